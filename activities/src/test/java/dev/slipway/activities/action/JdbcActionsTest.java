package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.AttemptStatus;
import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.LaneHeldException;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.tenant.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcActionsTest {

  private static final Assignee OPERATOR = new Assignee(new UserId("usr_op"), "Ana");

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Actions actions = STORAGE.get(Actions.class);
  private final StoredOrders orders = new StoredOrders(STORAGE);

  @BeforeEach
  void no_actions() {
    orders.sweep();
  }

  @Test
  void a_new_action_is_queued_with_its_steps_pending() {
    NewAction order = aCreate(aServer(NORTH));

    orders.create(order);

    Action action = orders.find(order);
    assertThat(action.status()).isEqualTo(ActionStatus.QUEUED);
    assertThat(action.phase()).isEqualTo(Phase.FORWARD);
    assertThat(action.version()).isEqualTo(1);
    assertThat(action.waitingOn())
        .matches(waiting -> waiting.kind() == WaitKind.ENGINE && waiting.position() == null);
    assertThat(action.parking()).isNull();
    assertThat(action.steps())
        .extracting(ActionStep::id)
        .containsExactly(
            "reserve-capacity",
            "allocate-addresses",
            "create-machine",
            "await-machine",
            "configure-machine",
            "verify-machine",
            "publish-server");
    assertThat(action.steps()).allMatch(step -> step.status() == StepStatus.PENDING);
    assertThat(action.steps().getFirst().estimate()).isEqualTo(Estimate.ofMillis(200, 1_000));
  }

  @Test
  void an_action_for_later_waits_for_its_time() {
    NewAction order = aCreate(aServer(NORTH), NOON, NOON.plusSeconds(60));

    orders.create(order);

    assertThat(orders.find(order).waitingOn())
        .matches(waiting -> waiting.kind() == WaitKind.NOT_BEFORE)
        .matches(waiting -> NOON.plusSeconds(60).equals(waiting.until()));
  }

  @Test
  void a_busy_resource_refuses_a_second_action_and_keeps_nothing_of_it() {
    Server server = aServer(NORTH);
    orders.create(aCreate(server));
    NewAction second = aCreate(server);

    assertThatThrownBy(() -> orders.create(second)).isInstanceOf(LaneHeldException.class);

    assertThat(STORAGE.asPlatform(() -> actions.find(second.id()))).isEmpty();
  }

  @Test
  void of_twenty_actions_at_once_one_holds_the_lane() throws Exception {
    Server server = aServer(NORTH);

    List<Boolean> taken =
        atOnce(
            20,
            () -> {
              try {
                orders.create(aCreate(server));
                return true;
              } catch (LaneHeldException e) {
                return false;
              }
            });

    assertThat(taken).filteredOn(isTaken -> isTaken).hasSize(1);
    assertThat(STORAGE.asPlatform(() -> actions.list(ActionFilter.ALL, PageRequest.FIRST)).total())
        .isEqualTo(1);
  }

  @Test
  void another_tenants_action_is_not_found() {
    NewAction order = aCreate(aServer(NORTH));
    orders.create(order);

    assertThat(STORAGE.as(SOUTH, () -> actions.find(order.id()))).isEmpty();
    assertThat(STORAGE.as(SOUTH, () -> actions.requestAbort(order.id(), "usr_2", "mine", null)))
        .isEqualTo(Actions.AbortRequest.TOO_LATE);
    assertThat(STORAGE.as(SOUTH, () -> actions.assign(List.of(order.id()), OPERATOR))).isZero();
  }

  @Test
  void attempts_are_numbered_over_retries_runs_and_undos() {
    NewAction order = aCreate(aServer(NORTH));
    orders.create(order);
    attempt(order, "create-machine", "forward", 0, 1, "lost", 1);
    attempt(order, "create-machine", "forward", 0, 2, "failed", 2);
    attempt(order, "create-machine", "forward", 1, 1, "ok", 3);
    attempt(order, "create-machine", "undo", 1, 1, "running", 4);
    attempt(order, "await-machine", "forward", 1, 1, "running", 5);

    ActionStep step = orders.find(order).steps().get(2);

    assertThat(step.attempts()).extracting(Attempt::number).containsExactly(1, 2, 3, 4);
    assertThat(step.attempts())
        .extracting(Attempt::status)
        .containsExactly(
            AttemptStatus.LOST, AttemptStatus.FAILED, AttemptStatus.OK, AttemptStatus.RUNNING);
    assertThat(step.attempts().getLast().phase()).isEqualTo(Phase.UNDO);
    assertThat(orders.find(order).steps().get(3).attempts()).hasSize(1);
  }

  @Test
  void what_a_workflow_wrote_is_read_back() {
    NewAction order = aCreate(aServer(NORTH));
    orders.create(order);
    STORAGE.execute(
        """
        update action
        set status = 'parked', parking_number = 2, parking_step = 'create-machine',
            parking_phase = 'forward', parking_cause = 'capacity',
            parking_since = '2026-01-01T12:01:00Z', waiting_kind = null, started_at = created_at,
            residual = '[{"kind":"machine","note":"left","externalId":"m-1"}]',
            error_code = 'capacity', error_message = 'no room', error_step = 'create-machine',
            error_retryable = false
        """,
        """
        update action_step
        set status = 'parked', progress = 40, generation = 2, inputs = '{"image":"debian-13"}',
            external_id = 'm-1', undo_status = 'parked', undo_error = 'gone'
        where step = 'create-machine'
        """);

    Action action = orders.find(order);

    assertThat(action.parking())
        .matches(parking -> parking.number() == 2 && parking.step().equals("create-machine"));
    assertThat(action.residual()).containsExactly(new Residual("machine", "left", "m-1"));
    assertThat(action.error()).matches(error -> error.message().equals("no room"));
    assertThat(action.steps().get(2))
        .matches(step -> step.generation() == 2 && Integer.valueOf(40).equals(step.progress()))
        .matches(step -> "{\"image\": \"debian-13\"}".equals(step.inputs()));
  }

  @Test
  void a_list_is_newest_first_and_can_be_narrowed() {
    Server server = aServer(NORTH);
    NewAction first = aCreate(server, NOON, null);
    NewAction second = aCreate(aServer(NORTH), NOON.plusSeconds(1), null);
    NewAction third = aCreate(aServer(SOUTH), NOON.plusSeconds(2), null);
    List.of(first, second, third).forEach(orders::create);
    STORAGE.execute("update action set status = 'running' where id = '" + second.id() + "'");

    assertThat(seen(Set.of(), null, null)).containsExactly(third.id(), second.id(), first.id());
    assertThat(seen(Set.of(ActionStatus.RUNNING), null, null)).containsExactly(second.id());
    assertThat(seen(Set.of(ActionStatus.RUNNING, ActionStatus.QUEUED), null, "ten_north"))
        .containsExactly(second.id(), first.id());
    assertThat(seen(Set.of(), server.id().value(), null)).containsExactly(first.id());
    assertThat(STORAGE.as(SOUTH, () -> actions.list(ActionFilter.ALL, PageRequest.FIRST)).items())
        .extracting(Action::id)
        .containsExactly(third.id());
  }

  @Test
  void a_page_takes_three_queries_however_many_actions_it_has() {
    for (int i = 0; i < 30; i++) {
      NewAction order = aCreate(aServer(NORTH), NOON.plusSeconds(i), null);
      orders.create(order);
      attempt(order, "create-machine", "forward", 0, 1, "ok", i);
    }
    List<String> queries = new ArrayList<>();
    Sql sql = STORAGE.remembering(queries);
    Actions counted =
        new JdbcActions(
            new ActionReads(sql, new StepRows(sql)),
            STORAGE.get(JdbcActions.Writes.class),
            STORAGE.get(JdbcActions.Figures.class),
            Storage.totals(sql));

    var page = STORAGE.asPlatform(() -> counted.list(ActionFilter.ALL, new PageRequest(1, 100)));

    assertThat(page.items()).hasSize(30).allMatch(action -> action.steps().size() == 7);
    assertThat(queries).hasSize(3);
  }

  @Test
  void unfinished_actions_are_counted_by_state() {
    orders.create(aCreate(aServer(NORTH)));
    orders.create(aCreate(aServer(NORTH)));
    NewAction done = aCreate(aServer(NORTH));
    orders.create(done);
    STORAGE.execute("update action set status = 'parked' where id <> '" + done.id() + "'");
    STORAGE.asPlatform(() -> conclude(done, ActionStatus.SUCCEEDED));
    orders.create(aCreate(aServer(SOUTH)));

    assertThat(STORAGE.as(NORTH, actions::countUnfinished))
        .isEqualTo(Map.of(ActionStatus.PARKED, 2L));
    assertThat(STORAGE.asPlatform(actions::countUnfinished))
        .isEqualTo(Map.of(ActionStatus.PARKED, 2L, ActionStatus.QUEUED, 1L));
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(Collections.nCopies(times, work))) {
        results.add(future.get());
      }
      return results;
    }
  }

  private List<ActionId> seen(
      Set<ActionStatus> statuses, @Nullable String resource, @Nullable String tenant) {
    ActionFilter filter = new ActionFilter(statuses, ActionType.CREATE_SERVER, resource, tenant);
    return STORAGE.asPlatform(() -> actions.list(filter, PageRequest.FIRST)).items().stream()
        .map(Action::id)
        .toList();
  }

  private static boolean conclude(NewAction action, ActionStatus end) {
    return STORAGE.get(Conclusion.class).conclude(action.id(), end, NOON.plusSeconds(9));
  }

  private static void attempt(
      NewAction action,
      String step,
      String phase,
      int runOrdinal,
      int attempt,
      String status,
      int second) {
    String insert =
        """
        insert into action_attempt (
          action_id, tenant_id, step, phase, generation, run_ordinal, attempt, status, started_at)
        values ('%s', '%s', '%s', '%s', 1, %d, %d, '%s',
                timestamptz '2026-01-01T12:00:00Z' + interval '1 second' * %d)
        """;
    STORAGE.execute(
        insert.formatted(
            action.id(), action.tenantId(), step, phase, runOrdinal, attempt, status, second));
  }
}
