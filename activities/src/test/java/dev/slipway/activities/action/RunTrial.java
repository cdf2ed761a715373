package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.temporal.StepContextFixtures.aContext;
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
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An order, and runs that make attempts for it.
final class RunTrial {

  static final String RESERVE = "reserve-capacity";
  static final String CREATE = "create-machine";
  static final String CLOSE = "close-action";
  private static final StepRequest REQUEST = new StepRequest("{}", null);

  private final Storage storage;
  private final AttemptLog log;
  private final String action;

  RunTrial(Storage storage) {
    this.storage = storage;
    this.log = storage.get(AttemptLog.class);
    this.action = ordered();
  }

  String action() {
    return action;
  }

  /// A run of the order.
  ///
  /// @param runsBefore how many runs it knows of
  Run run(String id, int runsBefore) {
    return new Run(id, runsBefore);
  }

  /// A run that makes attempts, each the next of its step.
  final class Run {

    private final String id;
    private final int runsBefore;
    private final List<String> made = new ArrayList<>();

    Run(String id, int runsBefore) {
      this.id = id;
      this.runsBefore = runsBefore;
    }

    void forward(String step, int generation, Decision... decisions) {
      begins(step, Phase.FORWARD, generation, false, decisions);
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

    void bringsTooLate(String step, String externalId) {
      bringsTooLate(step, count(step) - 1, externalId);
    }

    void bringsTooLate(String step, int before, String externalId) {
      AttemptRecord late = attempt(step, Phase.FORWARD, 1, false, before);
      assertThatExceptionOfType(StaleAttemptException.class)
          .isThrownBy(() -> log.succeeded(late, externalId, List.of(), List.of()));
      log.late(late, externalId);
      log.late(late, externalId);
    }

    void did(String step) {
      log.succeeded(last(step, Phase.FORWARD), null, List.of(), List.of());
    }

    void parks(String step) {
      AttemptRecord last = last(step, Phase.FORWARD);
      Verdict.Failure refusal = new Verdict.Failure(FailureClass.INVALID, "said no", null);
      log.failed(last, Verdict.of(refusal, last.context(), Tries.answered(1), NOON));
    }

    void adopts(String step, String externalId, Decision... decisions) {
      AttemptRecord attempt = attempt(step, Phase.FORWARD, 1, false, count(step), decisions);
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
          aContext(action, step, phase, generation, before, List.of(decisions), ends, runsBefore);
      return new AttemptRecord(context, id, 1);
    }
  }

  void refusedButKept(Runnable beginning) {
    assertThat(isAsking()).isTrue();

    assertThatExceptionOfType(UninformedRunException.class).isThrownBy(beginning::run);

    assertThat(isAsking()).isFalse();
  }

  void refused(Runnable beginning) {
    String before = rows();

    assertThatExceptionOfType(UninformedRunException.class).isThrownBy(beginning::run);

    assertThat(rows()).isEqualTo(before);
  }

  /// About the undo of the machine where it is a skip, about the reservation else.
  static Decision decision(CommandKind kind, @Nullable Map<String, Object> inputs) {
    return kind == CommandKind.SKIP
        ? decision(kind, CREATE, Phase.UNDO, inputs)
        : decision(kind, RESERVE, Phase.FORWARD, inputs);
  }

  static Decision decision(
      CommandKind kind, String step, Phase phase, @Nullable Map<String, Object> inputs) {
    return new Decision(kind, step, phase, 1, "a test", "usr_1", inputs, NOON);
  }

  void abortAsked() {
    storage.asPlatform(() ->
        storage.get(Actions.class).requestAbort(new ActionId(action), "usr_1", "a test", null));
  }

  boolean isAsking() {
    return !texts("select id as told from action where id = :action and parking_since is not null")
        .isEmpty();
  }

  boolean isAbortAsked() {
    return storage.asPlatform(() -> storage.get(ProjectionWrites.class).isAbortAsked(action));
  }

  List<String> runs() {
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

  List<String> texts(String question) {
    return storage.asPlatform(() ->
        storage.get(Sql.class).of(question).with("action", action).list(row -> row.text("told")));
  }

  private String ordered() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server);
    storage.asPlatform(() -> storage.get(Servers.class).create(server, null));
    storage.asPlatform(() -> storage.get(Actions.class).create(order));
    return order.id().value();
  }
}
