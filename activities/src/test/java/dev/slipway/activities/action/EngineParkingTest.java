package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.AttemptStatus;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.Standing;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineParkingTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Actions actions = STORAGE.get(Actions.class);
  private final EngineParking parking = STORAGE.get(EngineParking.class);

  @Test
  void a_lost_run_parks_at_the_step_that_was_at_work() {
    NewAction order = ordered();
    STORAGE.execute(
        "update action_step set status = 'done' where position = 0 and action_id = '%1$s'"
            .formatted(order.id()),
        "update action_step set status = 'running' where position = 1 and action_id = '%1$s'"
            .formatted(order.id()));

    park(order);

    Action parked = find(order);
    Parking at = Objects.requireNonNull(parked.parking());
    assertThat(parked.status()).isEqualTo(ActionStatus.PARKED);
    assertThat(at.step()).isEqualTo("allocate-addresses");
    assertThat(at.cause()).isEqualTo(ParkCause.ENGINE_CLOSED);
    assertThat(at.number()).isEqualTo(1);
  }

  @Test
  void a_run_lost_before_its_first_step_parks_there() {
    NewAction order = ordered();

    park(order);

    assertThat(Objects.requireNonNull(find(order).parking()).step()).isEqualTo("reserve-capacity");
  }

  @Test
  void a_lost_run_asks_for_attention() {
    NewAction order = ordered();

    park(order);

    var groups = STORAGE.asPlatform(() -> actions.attention(new PageRequest(1, 100))).items();
    assertThat(groups)
        .filteredOn(group -> group.cause() == ParkCause.ENGINE_CLOSED)
        .flatExtracting(group -> group.actions())
        .extracting(Action::id)
        .contains(order.id());
  }

  @Test
  void a_run_that_makes_no_progress_uses_no_number_up() {
    NewAction order = ordered();
    STORAGE.execute("update action set parking_number = 2 where id = '%s'".formatted(order.id()));

    parking.stuck(seen(order, 2), "No worker answers for it");

    Parking at = Objects.requireNonNull(find(order).parking());
    assertThat(at.cause()).isEqualTo(ParkCause.ENGINE_STUCK);
    assertThat(at.number()).isEqualTo(2);
  }

  @Test
  void a_parking_is_kept_after_it_is_answered_and_once_however_often_it_is_written() {
    NewAction order = ordered();
    park(order);
    Parking closed = Objects.requireNonNull(find(order).parking());
    park(order);

    parking.resume(seen(order, 1), Phase.FORWARD);
    parking.stuck(seen(order, 1), "No worker answers for it");

    Parking stuck = Objects.requireNonNull(find(order).parking());
    assertThat(STORAGE.as(NORTH, () -> actions.parkings(order.id())))
        .containsExactly(closed, stuck);
  }

  @Test
  void a_row_that_changed_since_it_was_read_is_left_alone() {
    NewAction order = ordered();
    EngineParking.Seen before = seen(order, 0);
    STORAGE.execute(
        "update action set version = version + 1 where id = '%s'".formatted(order.id()));

    parking.stuck(before, "No worker answers for it");

    assertThat(parking.closed(before, "It was terminated")).isFalse();
    assertThat(parking.renumber(before)).isFalse();
    assertThat(find(order).parking()).isNull();
  }

  @Test
  void a_parking_that_only_the_workflow_knows_ends_the_attempt_that_nobody_answered() {
    NewAction order = ordered();
    STORAGE.execute(
        "update action_step set status = 'running' where position = 0 and action_id = '%1$s'"
            .formatted(order.id()),
        """
        insert into action_attempt (action_id, tenant_id, step, phase, generation, run_ordinal,
          attempt, status, started_at)
        values ('%s', 'ten_north', 'reserve-capacity', 'forward', 1, 1, 25, 'running', '2026-01-01')
        """
            .formatted(order.id()));

    parking.mend(
        seen(order, 0),
        new Standing(
            Phase.FORWARD,
            "reserve-capacity",
            1,
            ParkCause.ATTEMPTS_SPENT,
            "activity Heartbeat timeout",
            NOON));

    ActionStep step = find(order).steps().getFirst();
    assertThat(step.status()).isEqualTo(StepStatus.PARKED);
    assertThat(step.attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.status()).isEqualTo(AttemptStatus.LOST);
          assertThat(attempt.finishedAt()).isNotNull();
        });
  }

  private void park(NewAction order) {
    parking.closed(seen(order, 0), "It was terminated");
  }

  private EngineParking.Seen seen(NewAction order, int parkings) {
    return new EngineParking.Seen(
        order.id().value(), find(order).version(), parkings, Phase.FORWARD);
  }

  private NewAction ordered() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server);
    STORAGE.asPlatform(() -> STORAGE.get(Servers.class).create(server, null));
    STORAGE.asPlatform(() -> actions.create(order));
    return order;
  }

  private Action find(NewAction order) {
    return STORAGE.asPlatform(() -> actions.find(order.id())).orElseThrow();
  }
}
