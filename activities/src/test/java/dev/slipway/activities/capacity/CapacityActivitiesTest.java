package dev.slipway.activities.capacity;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static dev.slipway.activities.provider.simulator.SimulatedWorld.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.ReserveCapacity;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CapacityActivitiesTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private static final String STEP = "reserve-capacity";
  private static final ReserveCapacity REQUEST =
      new ReserveCapacity(StepWorld.TENANT, "srv_1", ROOMY, new ServerSize(1, 1_024, 25));

  private final CapacityActivities activities = STORAGE.get(CapacityActivities.class);
  private StepWorld world = new StepWorld(STORAGE);

  @BeforeEach
  void an_action() {
    world = new StepWorld(STORAGE);
  }

  @Test
  void room_is_held_once_however_often_the_step_runs() {
    Reservation first = world.run(STEP, () -> activities.reserve(REQUEST));
    Reservation second = world.run(STEP, () -> activities.reserve(REQUEST));

    assertThat(second).isEqualTo(first);
    assertThat(world.recorded(STEP))
        .contains(
            new ExternalObject(
                world.action(),
                STEP,
                1,
                "reservation",
                world.key(STEP),
                first.externalId(),
                Origin.CREATED,
                ROOMY,
                StepWorld.TENANT));
  }

  @Test
  void a_lost_reply_is_found_by_the_next_attempt() {
    once(STORAGE, ROOMY, "reserve", Fault.LOST_REPLY);
    assertFails(FailureClass.UNKNOWN_OUTCOME, REQUEST);
    String made = found().externalId();

    assertThat(world.run(STEP, () -> activities.reserve(REQUEST)).externalId()).isEqualTo(made);
  }

  @Test
  void undo_frees_the_room_and_finds_nothing_the_second_time() {
    world.run(STEP, () -> activities.reserve(REQUEST));

    world.undo(STEP, () -> activities.release(REQUEST));
    world.undo(STEP, () -> activities.release(REQUEST));

    assertThat(provider()).isInstanceOf(Found.None.class);
    assertThat(world.recorded(STEP)).isEmpty();
    assertThat(world.residual()).isEmpty();
  }

  @Test
  void undo_frees_room_that_was_held_without_anybody_knowing() {
    once(STORAGE, ROOMY, "reserve", Fault.LOST_REPLY);
    assertFails(FailureClass.UNKNOWN_OUTCOME, REQUEST);

    world.undo(STEP, () -> activities.release(REQUEST));

    assertThat(provider()).isInstanceOf(Found.None.class);
  }

  @Test
  void undo_of_what_never_happened_is_a_success() {
    world.undo(STEP, () -> activities.release(REQUEST));

    assertThat(world.recorded(STEP)).isEmpty();
  }

  @Test
  void an_unknown_location_is_refused_and_has_nothing_to_undo() {
    ReserveCapacity elsewhere = REQUEST.at("nowhere-1");

    assertFails(FailureClass.INVALID, elsewhere);
    world.undo(STEP, () -> activities.release(elsewhere));

    assertThat(world.recorded(STEP)).isEmpty();
  }

  private void assertFails(FailureClass failure, ReserveCapacity request) {
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> world.run(STEP, () -> activities.reserve(request)))
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(failure));
  }

  private Reservation found() {
    return provider().single(world.key(STEP)).orElseThrow();
  }

  private Found<Reservation> provider() {
    return STORAGE.get(Providers.class).at(ROOMY).findReservation(world.key(STEP));
  }
}
