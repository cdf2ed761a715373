package dev.slipway.activities.action;

import static dev.slipway.activities.action.RunTrial.CREATE;
import static dev.slipway.activities.action.RunTrial.RESERVE;
import static dev.slipway.activities.action.RunTrial.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.CommandKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Runs that know nothing of the runs before them, as a reset makes them.
class ResetRunTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final RunTrial trial = new RunTrial(STORAGE);
  private final RunTrial.Run former = trial.run("run-1", 0);
  private final RunTrial.Run reset = trial.run("run-of-reset", 0);

  @Test
  void a_run_that_a_reset_made_is_refused_whatever_it_begins() {
    former.forward(RESERVE, 1);

    trial.refused(() -> reset.forward(RESERVE, 1));
    trial.refused(() -> reset.forward(CREATE, 1));
    trial.refused(() -> reset.undoes(RESERVE, 1));

    former.forward(CREATE, 1);
    assertThat(trial.runs()).containsExactly("run-1");
  }

  @Test
  void what_answers_the_parking_that_waits_is_kept_though_a_reset_was_in_between() {
    former.forward(RESERVE, 1);
    former.parks(RESERVE);

    trial.refusedButKept(() -> reset.forward(RESERVE, 1, decision(CommandKind.RETRY, null)));
  }

  @Test
  void what_is_to_be_adopted_is_kept_though_a_reset_was_in_between() {
    former.forward(CREATE, 1);
    former.parks(CREATE);

    trial.refusedButKept(() ->
        reset.adopts(CREATE, "hand-1", decision(CommandKind.ADOPT, CREATE, Phase.FORWARD, null)));

    assertThat(
            trial.texts(
                """
                select step || ' ' || status || ' ' || adopting as told from action_step
                where action_id = :action and adopting is not null
                """))
        .containsExactly("create-machine running hand-1");
  }

  @Test
  void what_answers_another_parking_is_forgotten() {
    former.forward(RESERVE, 1);
    former.parks(RESERVE);

    trial.refused(
        () -> reset.forward(CREATE, 1, decision(CommandKind.RETRY, CREATE, Phase.FORWARD, null)));

    assertThat(trial.isAsking()).isTrue();
  }
}
