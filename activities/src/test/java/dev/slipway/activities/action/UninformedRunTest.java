package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Decision;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepPolicy;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Runs that know nothing of what was decided before, as a reset makes them.
class UninformedRunTest {

  private static final String RESERVE = "reserve-capacity";
  private static final String CREATE = "create-machine";
  private static final String CLOSE = "close-action";
  private static final StepRequest REQUEST = new StepRequest("{}", null);

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final AttemptLog log = STORAGE.get(AttemptLog.class);
  private final String action = ordered();
  private final Run former = new Run("run-1");
  private final Run later = new Run("run-2");

  /// A run that makes attempts, each the next of its step.
  private final class Run {

    private final String id;
    private final List<String> made = new ArrayList<>();

    Run(String id) {
      this.id = id;
    }

    void forward(String step, int generation) {
      begins(step, Phase.FORWARD, generation, false);
    }

    void undoes(String step, int generation, Decision... decisions) {
      begins(step, Phase.UNDO, generation, false, decisions);
    }

    void undoesLast(String step, Decision... decisions) {
      begins(step, Phase.UNDO, 1, true, decisions);
    }

    void undid(String step) {
      log.succeeded(last(step, Phase.UNDO), null, List.of(), List.of());
    }

    void did(String step) {
      log.succeeded(last(step, Phase.FORWARD), null, List.of(), List.of());
    }

    void parks(String step) {
      AttemptRecord last = last(step, Phase.FORWARD);
      Verdict.Failure refusal = new Verdict.Failure(FailureClass.INVALID, "said no", null);
      log.failed(last, Verdict.of(refusal, last.context(), Tries.answered(1), NOON));
    }

    void adopts(String step, String externalId) {
      AttemptRecord attempt = attempt(step, Phase.FORWARD, 1, false, count(step));
      made.add(step);
      var _ = log.started(attempt, new StepRequest("{}", externalId));
    }

    private AttemptRecord last(String step, Phase phase) {
      return attempt(step, phase, 1, false, count(step) - 1);
    }

    private void begins(
        String step, Phase phase, int generation, boolean ends, Decision... decisions) {
      AttemptRecord attempt = attempt(step, phase, generation, ends, count(step), decisions);
      made.add(step);
      var _ = log.started(attempt, REQUEST);
    }

    private int count(String step) {
      return (int) made.stream().filter(step::equals).count();
    }

    private AttemptRecord attempt(
        String step, Phase phase, int generation, boolean ends, int before, Decision... decisions) {
      StepContext context =
          new StepContext(
              action,
              step,
              phase,
              generation,
              1,
              before,
              1,
              null,
              StepPolicy.PROVIDER_CALL,
              List.of(decisions),
              ends);
      return new AttemptRecord(context, id, 1);
    }
  }

  @Test
  void a_later_run_with_inputs_that_were_changed_since_is_refused_without_a_trace() {
    former.forward(RESERVE, 2);

    refused(() -> later.forward(RESERVE, 1));
  }

  @Test
  void a_later_run_that_comes_to_changed_inputs_is_refused_there() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 2);
    later.forward(RESERVE, 1);

    refused(() -> later.forward(CREATE, 1));
  }

  @Test
  void a_later_run_with_inputs_that_are_being_changed_is_refused() {
    former.forward(RESERVE, 1);
    former.undoes(RESERVE, 1, decision(CommandKind.RETRY_WITH, Map.of("location", "sim-2")));

    refused(() -> later.forward(RESERVE, 1));
  }

  @Test
  void a_later_run_that_goes_forward_while_everything_is_being_undone_is_refused() {
    former.forward(RESERVE, 1);
    abortAsked();
    former.undoes(RESERVE, 1);

    refused(() -> later.forward(RESERVE, 1));
  }

  @Test
  void a_later_run_that_knows_the_inputs_is_let_in() {
    former.forward(RESERVE, 2);

    later.forward(RESERVE, 2);

    assertThat(runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_that_carries_a_change_of_inputs_out_is_let_in() {
    former.forward(RESERVE, 1);
    former.undoes(RESERVE, 1, decision(CommandKind.RETRY_WITH, Map.of("location", "sim-2")));

    later.undoes(RESERVE, 1);
    later.forward(RESERVE, 2);

    assertThat(runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_that_goes_on_undoing_is_let_in() {
    former.forward(RESERVE, 1);
    abortAsked();
    former.undoes(RESERVE, 1);

    later.undoesLast(RESERVE);

    assertThat(runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void the_same_run_may_begin_whatever_it_did_before() {
    former.forward(RESERVE, 2);
    former.forward(RESERVE, 1);
    abortAsked();
    former.undoes(RESERVE, 1);

    former.forward(CREATE, 1);

    assertThat(runs()).containsExactly("run-1");
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
        .returns(action, UninformedRunException::action)
        .returns("run-2", UninformedRunException::run);

    assertThat(isAbortAsked()).as("the abort is kept").isTrue();
  }

  @Test
  void a_later_run_that_would_undo_a_step_before_what_the_former_made_after_it_is_refused() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    later.forward(RESERVE, 1);
    abortAsked();

    refused(() -> later.undoes(RESERVE, 1));
  }

  @Test
  void a_later_run_that_would_change_inputs_before_what_the_former_made_of_them_is_refused() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    later.forward(RESERVE, 1);
    Decision move = decision(CommandKind.RETRY_WITH, Map.of("location", "sim-2"));

    assertThatExceptionOfType(UninformedRunException.class)
        .isThrownBy(() -> later.undoes(RESERVE, 1, move));

    assertThat(
            texts(
                """
                select step as told from action_step
                where action_id = :action and (edits_due is not null or generation_due = 2)
                """))
        .as("the decision is kept")
        .containsExactlyInAnyOrder(RESERVE, CREATE);
  }

  @Test
  void a_later_run_that_comes_to_what_a_decision_overtook_is_refused_there() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    STORAGE.execute(
        "update action_step set generation_due = 2 where step = 'create-machine' and action_id = '%s'"
            .formatted(action));

    refused(() -> later.forward(CREATE, 1));

    later.undoes(CREATE, 1);
    later.forward(CREATE, 2);
    assertThat(runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_that_would_make_what_is_being_adopted_is_refused() {
    former.forward(CREATE, 1);
    former.adopts(CREATE, "hand-1");

    refused(() -> later.forward(CREATE, 1));

    later.adopts(CREATE, "hand-1");
    assertThat(runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_later_run_finds_what_was_adopted() {
    former.adopts(CREATE, "hand-1");
    former.did(CREATE);

    later.forward(CREATE, 1);

    assertThat(runs()).containsExactly("run-1", "run-2");
  }

  @Test
  void a_decision_that_is_kept_leaves_no_parking_open() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    later.forward(RESERVE, 1);
    later.parks(RESERVE);
    assertThat(isAsking()).isTrue();

    assertThatExceptionOfType(UninformedRunException.class)
        .isThrownBy(() ->
            later.undoes(
                RESERVE, 1, decision(CommandKind.RETRY_WITH, Map.of("location", "sim-2"))));

    assertThat(isAsking()).isFalse();
  }

  @Test
  void a_later_run_may_end_an_order_once_all_is_undone_or_left() {
    former.forward(RESERVE, 1);
    former.forward(CREATE, 1);
    abortAsked();
    former.undoes(RESERVE, 1);
    former.undid(RESERVE);

    later.undoesLast(CLOSE, decision(CommandKind.SKIP, null));

    assertThat(runs()).containsExactly("run-1", "run-2");
  }

  private void refused(Runnable beginning) {
    String before = rows();

    assertThatExceptionOfType(UninformedRunException.class).isThrownBy(beginning::run);

    assertThat(rows()).isEqualTo(before);
  }

  /// About the undo of the machine, or the change of the reservation.
  private static Decision decision(CommandKind kind, @Nullable Map<String, Object> inputs) {
    boolean isSkip = kind == CommandKind.SKIP;
    return new Decision(
        kind,
        isSkip ? CREATE : RESERVE,
        isSkip ? Phase.UNDO : Phase.FORWARD,
        1,
        "a test",
        "usr_1",
        inputs,
        NOON);
  }

  private void abortAsked() {
    STORAGE.asPlatform(() ->
        STORAGE.get(Actions.class).requestAbort(new ActionId(action), "usr_1", "a test", null));
  }

  private boolean isAsking() {
    return !texts("select id as told from action where id = :action and parking_since is not null")
        .isEmpty();
  }

  private boolean isAbortAsked() {
    return STORAGE.asPlatform(() -> STORAGE.get(ProjectionWrites.class).isAbortAsked(action));
  }

  private List<String> runs() {
    return texts(
        "select run_id as told from action_run where action_id = :action order by ordinal");
  }

  /// Everything that an attempt may change.
  private String rows() {
    return String.join(
        "\n",
        texts(
            """
            select to_jsonb(a)::text as told from action a where id = :action
            union all select to_jsonb(s)::text from action_step s where action_id = :action
            union all select to_jsonb(t)::text from action_attempt t where action_id = :action
            union all select to_jsonb(r)::text from action_run r where action_id = :action
            union all select to_jsonb(e)::text from action_event e where action_id = :action
            order by told
            """));
  }

  private List<String> texts(String question) {
    return STORAGE.asPlatform(() ->
        STORAGE.get(Sql.class).of(question).with("action", action).list(row -> row.text("told")));
  }

  private static String ordered() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server);
    STORAGE.asPlatform(() -> STORAGE.get(Servers.class).create(server, null));
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).create(order));
    return order.id().value();
  }
}
