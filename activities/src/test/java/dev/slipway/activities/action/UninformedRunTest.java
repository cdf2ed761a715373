package dev.slipway.activities.action;

import static dev.slipway.activities.action.RunTrial.CLOSE;
import static dev.slipway.activities.action.RunTrial.CREATE;
import static dev.slipway.activities.action.RunTrial.RESERVE;
import static dev.slipway.activities.action.RunTrial.decision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Runs that know nothing of a decision that was written down while they started.
class UninformedRunTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final RunTrial trial = new RunTrial(STORAGE);
  private final RunTrial.Run former = trial.run("run-1", 0);
  private final RunTrial.Run later = trial.run("run-2", 1);

  @Test
  void a_later_run_with_inputs_that_were_changed_since_is_refused_without_a_trace() {
    former.forward(RESERVE, 2);

    trial.refused(() -> later.forward(RESERVE, 1));
  }

  @Test
  void a_later_run_that_comes_to_changed_inputs_is_refused_there() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 2);
    later.forward(RESERVE, 1);

    trial.refused(() -> later.forward(CREATE, 1));
  }

  @Test
  void a_later_run_with_inputs_that_are_being_changed_is_refused() {
    former.forward(RESERVE, 1);
    former.undoes(RESERVE, 1, decision(CommandKind.RETRY_WITH, Map.of("location", "sim-2")));

    trial.refused(() -> later.forward(RESERVE, 1));
  }

  @Test
  void a_later_run_that_goes_forward_while_everything_is_being_undone_is_refused() {
    former.forward(RESERVE, 1);
    trial.abortAsked();
    former.undoes(RESERVE, 1);

    trial.refused(() -> later.forward(RESERVE, 1));
  }

  @Test
  void a_later_run_that_knows_the_inputs_is_let_in() {
    former.forward(RESERVE, 2);

    later.forward(RESERVE, 2);

    assertThat(trial.runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_that_carries_a_change_of_inputs_out_is_let_in() {
    former.forward(RESERVE, 1);
    former.undoes(RESERVE, 1, decision(CommandKind.RETRY_WITH, Map.of("location", "sim-2")));

    later.undoes(RESERVE, 1);
    later.forward(RESERVE, 2);

    assertThat(trial.runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_that_goes_on_undoing_is_let_in() {
    former.forward(RESERVE, 1);
    trial.abortAsked();
    former.undoes(RESERVE, 1);

    later.undoesLast(RESERVE);

    assertThat(trial.runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void the_same_run_may_begin_whatever_it_did_before() {
    former.forward(RESERVE, 2);
    former.forward(RESERVE, 1);
    trial.abortAsked();
    former.undoes(RESERVE, 1);

    former.forward(CREATE, 1);

    assertThat(trial.runs()).containsExactly("run-1");
  }

  @Test
  void an_earlier_run_is_out_of_date_and_no_cause_to_start_over() {
    former.forward(RESERVE, 1);
    later.forward(RESERVE, 2);

    assertThatExceptionOfType(StaleAttemptException.class)
        .isThrownBy(() -> former.forward(RESERVE, 1))
        .isNotInstanceOf(UninformedRunException.class);
  }

  @Test
  void a_later_run_that_would_end_an_order_with_what_the_former_made_is_refused() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    Decision abort = decision(CommandKind.ABORT, null);

    assertThatExceptionOfType(UninformedRunException.class)
        .isThrownBy(() -> later.undoesLast(CLOSE, abort))
        .returns(trial.action(), UninformedRunException::action)
        .returns("run-2", UninformedRunException::run);

    assertThat(trial.isAbortAsked()).as("the abort is kept").isTrue();
  }

  @Test
  void a_later_run_that_would_undo_a_step_before_what_the_former_made_after_it_is_refused() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    later.forward(RESERVE, 1);
    trial.abortAsked();

    trial.refused(() -> later.undoes(RESERVE, 1));
  }

  @Test
  void a_later_run_that_would_change_inputs_before_what_the_former_made_of_them_is_refused() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    later.forward(RESERVE, 1);
    later.parks(RESERVE);

    trial.refusedButKept(() ->
        later.undoes(RESERVE, 1, decision(CommandKind.RETRY_WITH, Map.of("location", "sim-2"))));

    assertThat(
            trial.texts(
                """
                select step as told from action_step
                where action_id = :action and (edits_due is not null or generation_due = 2)
                """))
        .containsExactlyInAnyOrder(RESERVE, CREATE);
  }

  @Test
  void a_later_run_that_comes_to_what_a_decision_overtook_is_refused_there() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    STORAGE.execute(
        "update action_step set generation_due = 2 where step = 'create-machine' and action_id = '%s'"
            .formatted(trial.action()));

    trial.refused(() -> later.forward(CREATE, 1));

    later.undoes(CREATE, 1);
    later.forward(CREATE, 2);
    assertThat(trial.runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_that_would_make_what_is_being_adopted_is_refused() {
    former.forward(CREATE, 1);
    former.adopts(CREATE, "hand-1");

    trial.refused(() -> later.forward(CREATE, 1));

    later.adopts(CREATE, "hand-1");
    assertThat(trial.runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_finds_what_was_adopted() {
    former.adopts(CREATE, "hand-1");
    former.did(CREATE);

    later.forward(CREATE, 1);

    assertThat(trial.runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_may_end_an_order_once_all_is_undone_or_left() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    trial.abortAsked();
    former.undoes(RESERVE, 1);
    former.undid(RESERVE);

    later.undoesLast(CLOSE, decision(CommandKind.SKIP, null));

    assertThat(trial.runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void what_a_lost_run_makes_after_its_undo_is_told_as_left() {
    former.forward(CREATE, 1);
    trial.abortAsked();
    later.undoes(CREATE, 1);
    later.undid(CREATE);

    former.bringsTooLate(CREATE, "vm-9");

    assertThat(trial.texts("select residual::text as told from action where id = :action"))
        .singleElement()
        .asString()
        .containsOnlyOnce("vm-9");
  }

  @Test
  void what_a_silent_attempt_makes_after_its_inputs_were_changed_is_told_as_left() {
    former.forward(CREATE, 1);
    former.forward(CREATE, 2);

    former.bringsTooLate(CREATE, 0, "vm-9");

    assertThat(trial.texts("select residual::text as told from action where id = :action"))
        .singleElement()
        .asString()
        .containsOnlyOnce("vm-9");
  }

  @Test
  void what_a_lost_run_makes_while_the_next_goes_forward_is_found_by_it() {
    former.forward(CREATE, 1);
    later.forward(CREATE, 1);

    former.bringsTooLate(CREATE, "vm-9");

    assertThat(trial.texts("select residual::text as told from action where id = :action"))
        .containsExactly("[]");
  }
}
