package dev.slipway.activities.temporal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.action.Conclusion;
import dev.slipway.activities.log.LogLines;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.DyingWorker.Moment;
import dev.slipway.activities.temporal.DyingWorker.Point;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.AttemptStatus;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.server.CreateServer;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.simulator.Timing;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Step;
import dev.slipway.workflows.step.StepCommand;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A worker that dies at each point of each step, over real tables and the simulated cloud: an
/// order makes everything once, and an aborted one leaves nothing. The engine misses a dead worker
/// only after a while, so all the orders run side by side, one for each point.
class CrashPointsTest {

  private static final String LOCATION = "sim-1";
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  @RegisterExtension static final Storage STORAGE = new Storage();

  @RegisterExtension static final LogLines ENDS = new LogLines(Conclusion.class);

  private static DyingWorker worker;
  private static MemoryEngine engine;
  private static final Map<Point, ActionId> ORDERS = new HashMap<>();

  static Stream<Point> steps() {
    return new CreateServer().steps().stream().flatMap(step -> points(step, Phase.FORWARD));
  }

  static Stream<Point> undos() {
    return new CreateServer()
        .steps().stream()
            .filter(step -> step.undo().isPresent())
            .flatMap(step -> points(step, Phase.UNDO));
  }

  private static Stream<Point> points(Step<?, ?, ?> step, Phase phase) {
    return Stream.of(Moment.values()).map(moment -> new Point(step.id(), phase, moment));
  }

  @BeforeAll
  static void start() {
    worker = new DyingWorker(STORAGE);
    engine = new MemoryEngine(STORAGE, worker);
    Simulators simulators = STORAGE.get(Simulators.class);
    simulators.replaceTiming(LOCATION, new Timing(SOON, SOON, SOON, SOON, 0));
    simulators.replaceFaults(
        LOCATION, List.of(SimulatedWorld.rule("verify", Fault.PERMISSION, 1_000)));
    undos().forEach(point -> plan(point, engine.orders()));
    engine.startWorker();
    undos().forEach(point -> awaitParked(order(point)));
    simulators.replaceFaults(LOCATION, List.of());
    undos().forEach(point -> abort(order(point)));
    steps().forEach(point -> plan(point, engine.ordersWithoutStarter()));
    engine.sweep();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("steps")
  void a_worker_that_dies_in_a_step_makes_nothing_twice(Point point) {
    ActionId id = order(point);
    awaitEnd(id);

    assertThat(worker.hasDiedIn(id)).isTrue();
    Action action = engine.find(id);
    assertThat(action.status()).isEqualTo(ActionStatus.SUCCEEDED);
    assertThat(action.steps()).allMatch(step -> step.status() == StepStatus.DONE);
    assertThat(ENDS.texts())
        .as("a database that lives has forgotten no step")
        .noneMatch(line -> line.contains(id.value()));
    assertThat(attempts(action, point)).isEqualTo(expected(point, "publish-server"));
    assertThat(everMade(id))
        .containsExactlyInAnyOrder(
            "reservation held",
            "address held",
            "address held",
            "machine held",
            "task create_machine",
            "task configure");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("undos")
  void a_worker_that_dies_in_an_undo_leaves_nothing(Point point) {
    ActionId id = order(point);
    awaitEnd(id);

    assertThat(worker.hasDiedIn(id)).isTrue();
    Action action = engine.find(id);
    assertThat(action.status()).isEqualTo(ActionStatus.ABORTED);
    assertThat(action.residual()).isEmpty();
    assertThat(attempts(action, point)).isEqualTo(expected(point, "reserve-capacity"));
    assertThat(everMade(id))
        .containsExactlyInAnyOrder(
            "reservation gone",
            "address gone",
            "address gone",
            "machine gone",
            "task create_machine",
            "task configure",
            "task delete_machine");
  }

  /// What the attempts at a point come to. Once the last one's end is written the action is over,
  /// and no other is let in.
  private static List<AttemptStatus> expected(Point point, String last) {
    if (point.moment() != Moment.AFTER_RECORD) {
      return List.of(AttemptStatus.LOST, AttemptStatus.OK);
    }
    return point.step().equals(last)
        ? List.of(AttemptStatus.OK)
        : List.of(AttemptStatus.OK, AttemptStatus.OK);
  }

  private static List<AttemptStatus> attempts(Action action, Point point) {
    return action.steps().stream()
        .filter(step -> step.id().equals(point.step()))
        .flatMap(step -> step.attempts().stream())
        .filter(attempt -> attempt.phase() == point.phase())
        .map(Attempt::status)
        .toList();
  }

  private static void plan(Point point, ActionId id) {
    worker.diesIn(id, point);
    ORDERS.put(point, id);
  }

  private static ActionId order(Point point) {
    return requireNonNull(ORDERS.get(point));
  }

  private static void abort(ActionId id) {
    StepCommand command =
        new StepCommand(
            id.value(), engine.parkingOf(id), null, null, null, "for the test", "usr_1");
    engine.commands().send(id, CommandKind.ABORT, command, "abort");
  }

  private static void awaitParked(ActionId id) {
    await()
        .atMost(AT_MOST)
        .until(() ->
            engine.find(id).status() == ActionStatus.PARKED && engine.probe().isIdle(id.value()));
  }

  /// The tables tell its end, and the engine knows of it.
  private static void awaitEnd(ActionId id) {
    await()
        .atMost(AT_MOST)
        .until(() -> engine.find(id).status().isFinal() && !engine.probe().isRunning(id.value()));
  }

  /// All that the cloud was ever asked to make for an order.
  private static List<String> everMade(ActionId id) {
    String text =
        """
        select thing || case when gone is null then ' held' else ' gone' end as made from (
          select 'reservation' as thing, released_at as gone, label_action from sim_reservation
          union all select 'address', released_at, label_action from sim_address
          union all select 'machine', deleted_at, label_action from sim_machine
        ) as ledger where label_action = :action
        union all
        select 'task ' || operation from sim_task
        where machine in (select external_id from sim_machine where label_action = :action)
        """;
    return STORAGE.asPlatform(() ->
        STORAGE.get(Sql.class).of(text).with("action", id.value()).list(row -> row.text("made")));
  }
}
