package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.MovableClock;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.NewAction;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsualTimesTest {

  private static final MovableClock CLOCK = new MovableClock(NOON);

  @RegisterExtension static final Storage STORAGE = new Storage().with(CLOCK);

  private static final String ATTEMPT =
      """
      insert into action_attempt (
        action_id, tenant_id, step, phase, generation, run_ordinal, attempt, status,
        started_at, finished_at)
      values ('%s', 'ten_north', 'create-machine', 'forward', 1, 0, %d, '%s', '%s', '%s')
      """;

  private final Actions actions = STORAGE.get(Actions.class);
  private final StoredOrders orders = new StoredOrders(STORAGE);

  @BeforeEach
  void no_actions() {
    orders.sweep();
    CLOCK.pass(Duration.ofHours(1));
  }

  @Test
  void nothing_is_usual_before_the_first_run() {
    assertThat(usual()).isEmpty();
  }

  @Test
  void usual_times_are_the_work_of_past_runs_without_their_waits() {
    for (int i = 1; i <= 20; i++) {
      // one second of work, an hour of waiting, then 0.1 to 2 seconds of work
      run(Duration.ofSeconds(1), Duration.ofMillis(100L * i));
    }

    assertThat(usual()).isEqualTo(Map.of("create-machine", Estimate.ofMillis(2_050, 2_905)));
  }

  @Test
  void a_new_tenant_gets_the_figures_of_all() {
    run(Duration.ofSeconds(1), Duration.ofSeconds(1));

    assertThat(STORAGE.as(SOUTH, () -> actions.usualTimes(ActionType.CREATE_SERVER)))
        .isEqualTo(usual())
        .isNotEmpty();
  }

  @Test
  void figures_of_many_runs_are_kept_for_a_minute() {
    for (int i = 1; i <= 200; i++) {
      run(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
    assertThat(usual()).isEqualTo(Map.of("create-machine", Estimate.ofMillis(2_000, 2_000)));
    orders.sweep();

    assertThat(usual()).isNotEmpty();
    CLOCK.pass(Duration.ofSeconds(61));
    assertThat(usual()).isEmpty();
  }

  @Test
  void figures_of_few_runs_are_kept_for_seconds() {
    assertThat(usual()).isEmpty();
    run(Duration.ofSeconds(1), Duration.ofSeconds(1));

    assertThat(usual()).isEmpty();
    CLOCK.pass(Duration.ofSeconds(6));
    assertThat(usual()).isNotEmpty();
  }

  private Map<String, Estimate> usual() {
    return STORAGE.as(NORTH, () -> actions.usualTimes(ActionType.CREATE_SERVER));
  }

  private void run(Duration failed, Duration succeeded) {
    NewAction order = aCreate(aServer(NORTH));
    orders.create(order);
    var later = NOON.plusSeconds(3_600);
    STORAGE.execute(
        ATTEMPT.formatted(order.id(), 1, "failed", NOON, NOON.plus(failed)),
        ATTEMPT.formatted(order.id(), 2, "ok", later, later.plus(succeeded)),
        "update action_step set status = 'done', finished_at = '%s'".formatted(later)
            + " where step = 'create-machine' and action_id = '%s'".formatted(order.id()));
  }
}
