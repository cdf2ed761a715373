package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.temporal.StepContextFixtures.aContext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepPolicy;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttemptLogTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private static final StepRequest REQUEST = new StepRequest("{}", null);

  private final AttemptLog log = STORAGE.get(AttemptLog.class);
  private final AttemptBeginnings beginnings = STORAGE.get(AttemptBeginnings.class);
  private final String action = ordered();

  @Test
  void attempts_of_a_call_that_nobody_ended_count_apart_from_those_that_failed() {
    started(3, 1);
    started(3, 2);
    fails(3, 2);

    Tries third = started(3, 3);

    assertThat(third).isEqualTo(new Tries(3, 1));
  }

  @Test
  void attempts_that_a_stopping_worker_left_count_as_none() {
    for (int call = 1; call <= StepPolicy.MOST_UNANSWERED + 1; call++) {
      started(0, call);
      log.left(attempt(0, call));
    }
    int next = StepPolicy.MOST_UNANSWERED + 2;

    Tries tries = started(0, next);

    assertThat(tries).isEqualTo(new Tries(next, 0, next - 1));
    assertThat(Verdict.beforehand(attempt(0, next).context(), tries)).isEmpty();
    assertThat(attempts()).startsWith("1 lost").endsWith(next + " running");
  }

  @Test
  void attempts_of_an_earlier_call_do_not_count() {
    started(0, 1);
    fails(0, 1);
    started(0, 2);

    assertThat(started(2, 1)).isEqualTo(new Tries(1, 0));
    assertThat(started(2, 2)).isEqualTo(new Tries(2, 1));
  }

  @Test
  void of_two_attempts_that_begin_at_once_the_first_is_lost() throws Exception {
    whileHeld(
        () -> beginnings.started(attempt(0, 1), REQUEST, NOON),
        () -> log.started(attempt(0, 2), REQUEST));

    assertThat(attempts()).containsExactly("1 lost", "2 running");
  }

  @Test
  void of_two_runs_that_begin_at_once_the_first_is_the_older() throws Exception {
    whileHeld(
        () -> beginnings.started(attempt(0, 1), REQUEST, NOON),
        () -> log.started(attemptOfSecondRun(1), REQUEST));

    assertThat(attempts()).containsExactly("1 lost", "1 running");
    assertThatExceptionOfType(StaleAttemptException.class).isThrownBy(() -> started(0, 2));
  }

  @Test
  void of_two_runs_that_do_not_know_of_each_other_one_is_let_in() throws Exception {
    whileHeld(
        () -> beginnings.started(attempt(0, 1), REQUEST, NOON),
        () ->
            assertThatExceptionOfType(UninformedRunException.class)
                .isThrownBy(() -> log.started(attemptOfSecondRun(0), REQUEST)));

    assertThat(attempts()).containsExactly("1 running");
  }

  @Test
  void a_step_begins_only_after_those_before_it_though_nothing_is_left_of_them() {
    started(0, 1);

    begins("create-machine", 1);

    assertThat(statuses())
        .containsExactly("done", "done", "running", "pending", "pending", "pending", "pending");
  }

  @Test
  void of_a_step_that_was_not_previewed_nothing_follows_for_those_before_it() {
    double before = unplanned();

    begins("knock-again", 1);
    begins("knock-again", 2);

    assertThat(statuses()).startsWith("pending", "pending").endsWith("pending", "running");
    assertThat(unplanned() - before).isEqualTo(1);
  }

  private void begins(String step, int number) {
    StepContext at = aContext(action, step, Phase.FORWARD, 1, 0, List.of(), false, 0);
    log.started(new AttemptRecord(at, "run-1", number), REQUEST);
  }

  private static double unplanned() {
    return STORAGE.get(MeterRegistry.class).counter("slipway.steps.unplanned").count();
  }

  @Test
  void an_action_that_succeeds_has_done_all_its_steps() {
    started(0, 1);

    STORAGE.asPlatform(() ->
        STORAGE.get(Conclusion.class).conclude(new ActionId(action), ActionStatus.SUCCEEDED, NOON));

    assertThat(statuses()).hasSize(7).containsOnly("done");
  }

  private List<String> statuses() {
    return STORAGE.asPlatform(() ->
        STORAGE
            .get(Sql.class)
            .of("select status from action_step where action_id = :action order by position")
            .with("action", action)
            .list(row -> row.text("status")));
  }

  @Test
  void an_attempt_begins_in_one_statement() {
    List<String> statements = new ArrayList<>();
    var writes =
        new BeginningWrites(
            new RunEntry(STORAGE.remembering(statements)), STORAGE.get(UnplannedSteps.class));

    STORAGE.asPlatform(() -> writes.begin(attempt(0, 1), REQUEST, NOON));

    assertThat(statements).hasSize(1);
  }

  @Test
  void the_attempt_at_work_tells_how_far_it_got() {
    started(0, 1);

    log.progressed(attempt(0, 1), 40);

    assertThat(story()).contains("progress 40");
  }

  @Test
  void progress_of_an_attempt_that_is_lost_leaves_no_trace() {
    started(0, 1);
    started(0, 2);

    refusesProgress(attempt(0, 1));
  }

  @Test
  void progress_of_an_attempt_that_ended_leaves_no_trace() {
    started(0, 1);
    fails(0, 1);

    refusesProgress(attempt(0, 1));
  }

  @Test
  void progress_of_a_run_that_is_not_the_present_one_leaves_no_trace() {
    started(0, 1);

    refusesProgress(new AttemptRecord(attempt(0, 1).context(), "run-2", 1));
  }

  @Test
  void progress_of_an_action_that_is_finished_leaves_no_trace() {
    started(0, 1);
    STORAGE.asPlatform(() ->
        STORAGE.get(Conclusion.class).conclude(new ActionId(action), ActionStatus.ABORTED, NOON));

    refusesProgress(attempt(0, 1));
  }

  @Test
  void progress_that_comes_while_the_next_attempt_begins_leaves_no_trace() throws Exception {
    started(0, 1);

    whileHeld(
        () -> beginnings.started(attempt(0, 2), REQUEST, NOON),
        () ->
            assertThatExceptionOfType(StaleAttemptException.class)
                .isThrownBy(() -> log.progressed(attempt(0, 1), 40)));

    assertThat(story()).contains("progress -");
  }

  private void refusesProgress(AttemptRecord late) {
    String before = story();

    assertThatExceptionOfType(StaleAttemptException.class)
        .isThrownBy(() -> log.progressed(late, 40));

    assertThat(story()).isEqualTo(before);
  }

  /// Lets one transaction work, and commit once the other waits for it.
  private void whileHeld(Runnable first, Runnable second) throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> holding =
          people.submit(() ->
              STORAGE.asPlatform(() -> {
                first.run();
                written.countDown();
                await().until(AttemptLogTest::isSomebodyWaiting);
              }));
      assertThat(written.await(1, TimeUnit.MINUTES)).isTrue();
      Future<?> waiting = people.submit(second);
      holding.get();
      waiting.get();
    }
  }

  private static boolean isSomebodyWaiting() throws SQLException {
    String question =
        """
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
        """;
    try (var connection = STORAGE.database().asAdministrator();
        var statement = connection.createStatement();
        var result = statement.executeQuery(question)) {
      return result.next() && result.getInt(1) > 0;
    }
  }

  private List<String> attempts() {
    return STORAGE.asPlatform(() ->
        STORAGE
            .get(Sql.class)
            .of(
                """
                select attempt || ' ' || status as told from action_attempt
                where action_id = :action
                order by run_ordinal, attempt
                """)
            .with("action", action)
            .list(row -> row.text("told")));
  }

  /// What a progress may change.
  private String story() {
    return STORAGE.asPlatform(() ->
        STORAGE
            .get(Sql.class)
            .of(
                """
                select 'version ' || version || ' written ' || written_at
                  || ' progress ' || coalesce(progress::text, '-') as told
                from action join action_step on action_id = id
                where id = :action and step = 'reserve-capacity'
                """)
            .with("action", action)
            .one(row -> row.text("told"))
            .orElseThrow());
  }

  private Tries started(int before, int call) {
    return log.started(attempt(before, call), REQUEST);
  }

  private void fails(int before, int call) {
    Verdict.Failure failure = new Verdict.Failure(FailureClass.TRANSIENT, "for the test", null);
    AttemptRecord attempt = attempt(before, call);
    log.failed(attempt, Verdict.of(failure, attempt.context(), Tries.answered(call), NOON));
  }

  private AttemptRecord attempt(int before, int call) {
    return new AttemptRecord(context(before, 0), "run-1", call);
  }

  private AttemptRecord attemptOfSecondRun(int runsBefore) {
    return new AttemptRecord(context(0, runsBefore), "run-2", 1);
  }

  private StepContext context(int before, int runsBefore) {
    return aContext(
        action, "reserve-capacity", Phase.FORWARD, 1, before, List.of(), false, runsBefore);
  }

  private static String ordered() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server);
    STORAGE.asPlatform(() -> STORAGE.get(Servers.class).create(server, null));
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).create(order));
    return order.id().value();
  }
}
