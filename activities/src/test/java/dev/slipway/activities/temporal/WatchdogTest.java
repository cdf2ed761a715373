package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.slipway.activities.action.EngineParking;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandRefusedException;
import dev.slipway.workflows.step.StepCommand;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatchdogTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final MemoryEngine engine = new MemoryEngine(STORAGE, STORAGE.get(StepInterceptor.class));

  @BeforeEach
  void leave_no_room() {
    engine.leaveNoRoomFor(1_000);
  }

  @AfterEach
  void close() {
    engine.makeRoom();
    engine.close();
  }

  @Test
  void a_command_for_a_run_without_progress_never_answers_a_parking_of_its_own() {
    ActionId id = engine.orders();
    makesNoProgress(id, 0);
    int stuck = engine.parkingOf(id);

    engine.startWorker();
    awaitParked(id, ParkCause.CAPACITY);

    assertThat(engine.parkingOf(id)).isNotEqualTo(stuck);
    assertThatThrownBy(() -> command(id, CommandKind.RETRY, stuck))
        .isInstanceOf(CommandRefusedException.class)
        .hasMessageContaining("parking " + stuck + " is not the present one");
    engine.makeRoom();
    command(id, CommandKind.RETRY, engine.parkingOf(id));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> engine.find(id).status() == ActionStatus.RUNNING);
  }

  @Test
  void a_run_that_no_worker_answers_for_asks_a_person_within_seconds() {
    ActionId id = engine.orders();

    assertTimeout(Duration.ofSeconds(15), () -> engine.watch(id));

    assertThat(causeOf(id)).isEqualTo(ParkCause.ENGINE_STUCK);
  }

  @Test
  void a_parked_run_that_answers_again_shows_its_own_parking_again() {
    ActionId id = engine.orders();
    engine.startWorker();
    awaitParked(id, ParkCause.CAPACITY);
    int number = engine.parkingOf(id);
    makesNoProgress(id, number);

    engine.watch(id);

    assertThat(causeOf(id)).isEqualTo(ParkCause.CAPACITY);
    assertThat(engine.parkingOf(id)).isEqualTo(number);
  }

  @Test
  void a_lost_run_of_a_parked_order_parks_again_and_calls_nothing() {
    ActionId id = engine.orders();
    engine.startWorker();
    awaitParked(id, ParkCause.CAPACITY);
    Action before = engine.find(id);
    int old = engine.parkingOf(id);
    engine.terminate(id);

    engine.watch(id);

    assertThatThrownBy(() -> command(id, CommandKind.RETRY, old))
        .isInstanceOf(CommandRefusedException.class)
        .hasMessageContaining("parking " + old + " is not the present one");
    Action again = engine.find(id);
    assertThat(again.status()).isEqualTo(ActionStatus.PARKED);
    assertThat(again.parking())
        .usingRecursiveComparison()
        .ignoringFields("number")
        .isEqualTo(before.parking());
    assertThat(engine.parkingOf(id)).isEqualTo(old + 1);
    assertThat(again.steps()).isEqualTo(before.steps());
    engine.makeRoom();
    command(id, CommandKind.RETRY, old + 1);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> engine.find(id).steps().getFirst().status() == StepStatus.DONE);
  }

  @Test
  void a_lost_run_of_an_order_that_hides_its_own_parking_asks_a_person() {
    ActionId id = engine.orders();
    engine.startWorker();
    awaitParked(id, ParkCause.CAPACITY);
    Action before = engine.find(id);
    makesNoProgress(id, engine.parkingOf(id));
    engine.terminate(id);

    engine.watch(id);

    assertThat(causeOf(id)).isEqualTo(ParkCause.ENGINE_CLOSED);
    assertThat(engine.find(id).steps()).isEqualTo(before.steps());
  }

  @Test
  void a_decision_to_start_again_outlives_whoever_took_it() {
    ActionId id = engine.orders();
    engine.startWorker();
    awaitParked(id, ParkCause.CAPACITY);
    engine.terminate(id);
    Action found = engine.find(id);
    STORAGE.get(EngineParking.class).closed(seen(found, engine.parkingOf(id)), "It was closed");
    int closed = engine.parkingOf(id);
    engine.makeRoom();
    StepCommand retry = new StepCommand(id.value(), closed, null, null, null, "mine", "usr_1");

    assertThat(reopen(id, retry)).isTrue();
    assertThat(reopen(id, retry)).isFalse();
    assertThat(STORAGE.get(EngineRows.class).unfinished()).noneMatch(row -> isOf(row, id));
    engine.sweep();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> engine.find(id).steps().getFirst().status() == StepStatus.DONE);
    assertThat(STORAGE.get(EngineRows.class).reopened()).doesNotContain(id.value());
  }

  @Test
  void a_decision_reaches_an_order_whose_closed_run_was_reset_meanwhile() {
    ActionId id = engine.orders();
    engine.startWorker();
    awaitParked(id, ParkCause.CAPACITY);
    // the row tells of a closed run, and one stands where that stood
    STORAGE
        .get(EngineParking.class)
        .closed(seen(engine.find(id), engine.parkingOf(id)), "It was closed");
    int closed = engine.parkingOf(id);
    engine.makeRoom();
    StepCommand retry = new StepCommand(id.value(), closed, null, null, null, "mine", "usr_1");
    assertThat(reopen(id, retry)).isTrue();

    engine.delivery().restart(id);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> engine.find(id).steps().getFirst().status() == StepStatus.DONE);
  }

  private static boolean reopen(ActionId id, StepCommand retry) {
    return STORAGE.asPlatform(() -> STORAGE.get(Actions.class).reopen(id, retry));
  }

  private static boolean isOf(EngineTables.WatchRow row, ActionId id) {
    return row.id().equals(id.value());
  }

  private static EngineParking.Seen seen(Action action, int parking) {
    return new EngineParking.Seen(action.id().value(), action.version(), parking, Phase.FORWARD);
  }

  private void makesNoProgress(ActionId id, int parking) {
    Action found = engine.find(id);
    STORAGE.get(EngineParking.class).stuck(seen(found, parking), "No worker answers for it");
    assertThat(causeOf(id)).isEqualTo(ParkCause.ENGINE_STUCK);
  }

  private void awaitParked(ActionId id, ParkCause cause) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          assertThat(engine.find(id).status()).isEqualTo(ActionStatus.PARKED);
          assertThat(causeOf(id)).isEqualTo(cause);
        });
  }

  private ParkCause causeOf(ActionId id) {
    return Objects.requireNonNull(engine.find(id).parking()).cause();
  }

  private void command(ActionId id, CommandKind kind, int parking) {
    StepCommand command =
        new StepCommand(id.value(), parking, null, null, null, "for the test", "usr_1");
    engine.commands().send(id, kind, command, kind.code() + parking);
  }
}
