package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.SimulatedMachine;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A run that is lost while it carries out what a person decided: what the worker wrote, the next
/// run reads, and carries it out.
class LostRunTest {

  private static final String LOCATION = "sim-1";
  private static final String CREATE = "create-machine";
  private static final ServerSize SIZE = new ServerSize(1, 1_024, 25);

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final MemoryEngine engine = new MemoryEngine(STORAGE, STORAGE.get(StepInterceptor.class));
  private final Simulators simulators = STORAGE.get(Simulators.class);

  @AfterEach
  void close() {
    faults();
    engine.close();
  }

  @Test
  void an_order_that_adopted_goes_on_with_the_same_machine() {
    String byHand = byHand();
    ActionId id = parkedAtCreation();
    faults(rule("verify", Fault.PERMISSION));
    adopt(id, byHand);
    awaitParkedAt(id, "verify-machine");
    assertThat(step(id, CREATE).inputs()).startsWith("{").contains("\"image\"", "debian-13");
    assertThat(step(id, CREATE).inputs()).doesNotContain("externalId\": \"" + byHand);
    faults();

    lose(id);
    command(id, CommandKind.RETRY, retry(id));

    awaitStatus(id, ActionStatus.SUCCEEDED);
    assertThat(machinesOf(id)).extracting(SimulatedMachine::externalId).containsExactly(byHand);
    assertThat(roomsHeld(id)).isEmpty();
  }

  @Test
  void an_order_that_adopted_can_be_aborted_and_leaves_the_machine() {
    String byHand = byHand();
    ActionId id = parkedAtCreation();
    faults(rule("verify", Fault.PERMISSION));
    adopt(id, byHand);
    awaitParkedAt(id, "verify-machine");

    lose(id);
    command(id, CommandKind.ABORT, retry(id));

    awaitStatus(id, ActionStatus.ABORTED);
    assertThat(isThere(byHand)).isTrue();
  }

  @Test
  void an_adoption_that_was_lost_is_made_again() {
    String byHand = byHand();
    ActionId id = adopting(byHand);

    faults();
    lose(id);

    awaitStatus(id, ActionStatus.SUCCEEDED);
    assertThat(machinesOf(id)).extracting(SimulatedMachine::externalId).containsExactly(byHand);
    assertThat(roomsHeld(id)).isEmpty();
  }

  @Test
  void an_adoption_that_was_lost_can_be_aborted() {
    String byHand = byHand();
    ActionId id = adopting(byHand);
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).requestAbort(id, "usr_1", "a test", null));

    faults();
    lose(id);

    awaitStatus(id, ActionStatus.ABORTED);
    assertThat(isThere(byHand)).isTrue();
  }

  @Test
  void a_changed_image_waits_for_the_undo_of_the_old_machine() {
    faults(rule("create_machine", Fault.LOST_REPLY));
    ActionId id = engine.orders();
    engine.startWorker();
    await().until(() -> simulators.faults(LOCATION).isEmpty());
    faults(rule("find", Fault.AUTH));
    awaitParkedAt(id, CREATE);
    faults(always("delete_machine", Fault.OUTAGE));
    command(id, CommandKind.RETRY_WITH, retryWith(id, Map.of("image", "debian-12")));
    awaitStep(id, CREATE, step -> "waiting".equals(step.undoStatus()));

    faults();
    lose(id);

    awaitStatus(id, ActionStatus.SUCCEEDED);
    assertThat(machinesOf(id))
        .filteredOn(machine -> machine.deletedAt() == null)
        .singleElement()
        .satisfies(machine -> assertThat(machine.key()).isEqualTo(id + "/create-machine/2"));
    assertThat(step(id, CREATE).generation()).isEqualTo(2);
    assertThat(step(id, CREATE).undoStatus()).isNull();
    assertThat(step(id, CREATE).inputs()).contains("debian-12");
  }

  @Test
  void a_changed_location_gives_the_old_room_back() {
    faults(rule("reserve", Fault.LOST_REPLY));
    ActionId id = engine.orders();
    engine.startWorker();
    await().until(() -> simulators.faults(LOCATION).isEmpty());
    faults(rule("find", Fault.AUTH));
    awaitParkedAt(id, "reserve-capacity");
    faults(always("*", Fault.OUTAGE));
    command(id, CommandKind.RETRY_WITH, retryWith(id, Map.of("location", "sim-2")));
    awaitStep(id, "reserve-capacity", step -> "waiting".equals(step.undoStatus()));

    faults();
    lose(id);

    awaitStatus(id, ActionStatus.SUCCEEDED);
    assertThat(roomsHeld(id)).containsExactly("sim-2");
  }

  @Test
  void a_location_changed_after_a_lost_run_takes_back_all_that_was_made_at_the_old_one() {
    ActionId id = backAtTheFirstStep();

    command(id, CommandKind.RETRY_WITH, retryWith(id, Map.of("location", "sim-2")));

    awaitStatus(id, ActionStatus.SUCCEEDED);
    assertMadeAnewAtTheOtherLocation(id);
  }

  @Test
  void a_run_that_is_lost_while_later_steps_are_taken_back_takes_them_back() {
    ActionId id = backAtTheFirstStep();
    faults(always("delete_machine", Fault.OUTAGE));
    command(id, CommandKind.RETRY_WITH, retryWith(id, Map.of("location", "sim-2")));
    awaitStep(id, CREATE, step -> "waiting".equals(step.undoStatus()));

    faults();
    lose(id);

    awaitStatus(id, ActionStatus.SUCCEEDED);
    assertMadeAnewAtTheOtherLocation(id);
  }

  @Test
  void a_run_that_is_lost_between_the_undos_of_later_steps_goes_on_with_the_rest() {
    ActionId id = backAtTheFirstStep();
    faults(always("release_address", Fault.OUTAGE));
    command(id, CommandKind.RETRY_WITH, retryWith(id, Map.of("location", "sim-2")));
    awaitStep(id, "allocate-addresses", step -> "waiting".equals(step.undoStatus()));
    assertThat(step(id, CREATE).status()).isEqualTo(StepStatus.UNDONE);

    faults();
    lose(id);

    awaitStatus(id, ActionStatus.SUCCEEDED);
    assertMadeAnewAtTheOtherLocation(id);
  }

  @Test
  void the_undo_of_a_later_step_waits_for_a_person_in_the_next_run_too() {
    ActionId id = backAtTheFirstStep();
    faults(always("delete_machine", Fault.PERMISSION));
    command(id, CommandKind.RETRY_WITH, retryWith(id, Map.of("location", "sim-2")));
    awaitParkedAt(id, CREATE);

    faults();
    lose(id);
    awaitParkedAt(id, CREATE);
    command(id, CommandKind.SKIP, retry(id));

    awaitStatus(id, ActionStatus.SUCCEEDED);
    assertThat(present(machinesOf(id, LOCATION))).hasSize(1);
    assertThat(present(machinesOf(id, "sim-2"))).hasSize(1);
    assertThat(engine.find(id).residual()).isNotEmpty();
    assertThat(step(id, CREATE).generation()).isEqualTo(2);
  }

  /// An order that has a machine at the location, and whose run was lost: the new one is parked at
  /// the plan's first step.
  private ActionId backAtTheFirstStep() {
    faults(rule("configure", Fault.PERMISSION));
    ActionId id = engine.orders();
    engine.startWorker();
    awaitParkedAt(id, "configure-machine");
    lose(id);
    faults(rule("find", Fault.AUTH));
    command(id, CommandKind.RETRY, retry(id));
    awaitParkedAt(id, "reserve-capacity");
    assertThat(present(machinesOf(id, LOCATION))).hasSize(1);
    return id;
  }

  private void assertMadeAnewAtTheOtherLocation(ActionId id) {
    assertThat(present(machinesOf(id, LOCATION))).isEmpty();
    assertThat(present(machinesOf(id, "sim-2"))).hasSize(1);
    assertThat(roomsHeld(id)).containsOnly("sim-2");
    assertThat(addressesHeld(id)).containsOnly("sim-2");
    assertThat(engine.find(id).residual()).isEmpty();
    assertThat(engine.find(id).steps())
        .filteredOn(step -> List.of(CREATE, "configure-machine").contains(step.id()))
        .allSatisfy(step -> {
          assertThat(step.status()).isEqualTo(StepStatus.DONE);
          assertThat(step.generation()).isEqualTo(2);
          assertThat(step.undoStatus()).isNull();
        });
  }

  /// It adopts, and the provider does not answer.
  private ActionId adopting(String byHand) {
    ActionId id = parkedAtCreation();
    faults(always("find", Fault.OUTAGE));
    adopt(id, byHand);
    awaitStatus(id, ActionStatus.WAITING);
    return id;
  }

  private ActionId parkedAtCreation() {
    faults(rule("create_machine", Fault.INVALID));
    ActionId id = engine.orders();
    engine.startWorker();
    awaitParkedAt(id, CREATE);
    return id;
  }

  /// The engine forgets the run, and the watchdog finds out.
  private void lose(ActionId id) {
    engine.terminate(id);
    engine.watch(id);
  }

  private void adopt(ActionId id, String externalId) {
    command(
        id,
        CommandKind.ADOPT,
        new StepCommand(
            id.value(), engine.parkingOf(id), null, null, externalId, "by hand", "usr_1"));
  }

  private StepCommand retry(ActionId id) {
    return retryWith(id, null);
  }

  private StepCommand retryWith(ActionId id, @Nullable Map<String, Object> inputs) {
    return new StepCommand(
        id.value(), engine.parkingOf(id), null, inputs, null, "for the test", "usr_1");
  }

  private void command(ActionId id, CommandKind kind, StepCommand command) {
    engine.commands().send(id, kind, command, kind.code() + command.parking());
  }

  private void awaitParkedAt(ActionId id, String step) {
    awaitAction(id, action -> action.parking() != null && action.parking().step().equals(step));
    // the tables know before the engine does, and a command may come too early for it
    await().atMost(Duration.ofSeconds(60)).until(() -> engine.probe().isIdle(id.value()));
  }

  private void awaitStatus(ActionId id, ActionStatus status) {
    awaitAction(id, action -> action.status() == status);
  }

  private void awaitStep(ActionId id, String step, Predicate<ActionStep> expected) {
    awaitAction(id, action -> expected.test(step(action, step)));
  }

  private void awaitAction(ActionId id, Predicate<Action> expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(engine.find(id)).matches(expected));
  }

  private ActionStep step(ActionId id, String step) {
    return step(engine.find(id), step);
  }

  private static ActionStep step(Action action, String step) {
    return action.steps().stream().filter(each -> each.id().equals(step)).findFirst().orElseThrow();
  }

  private List<String> roomsHeld(ActionId id) {
    return STORAGE.asPlatform(() ->
        STORAGE
            .get(Sql.class)
            .of(
                "select location from sim_reservation"
                    + " where label_action = :action and released_at is null")
            .with("action", id.value())
            .list(row -> row.text("location")));
  }

  private List<String> addressesHeld(ActionId id) {
    return STORAGE.asPlatform(() ->
        STORAGE
            .get(Sql.class)
            .of(
                "select location from sim_address"
                    + " where label_action = :action and released_at is null")
            .with("action", id.value())
            .list(row -> row.text("location")));
  }

  private String byHand() {
    return simulators.createByHand(LOCATION, "by-hand", SIZE, SimulatedWorld.IMAGE);
  }

  private boolean isThere(String machine) {
    return simulators.machines(LOCATION).stream()
        .anyMatch(each -> each.externalId().equals(machine) && each.deletedAt() == null);
  }

  private List<SimulatedMachine> machinesOf(ActionId id) {
    return machinesOf(id, LOCATION);
  }

  private static List<SimulatedMachine> present(List<SimulatedMachine> machines) {
    return machines.stream().filter(machine -> machine.deletedAt() == null).toList();
  }

  private List<SimulatedMachine> machinesOf(ActionId id, String location) {
    return simulators.machines(location).stream()
        .filter(machine -> id.value().equals(machine.actionId()))
        .toList();
  }

  private void faults(FaultRule... rules) {
    simulators.replaceFaults(LOCATION, List.of(rules));
  }

  private static FaultRule rule(String operation, Fault fault) {
    return SimulatedWorld.rule(operation, fault, 1);
  }

  private static FaultRule always(String operation, Fault fault) {
    return SimulatedWorld.rule(operation, fault, 1_000);
  }
}
