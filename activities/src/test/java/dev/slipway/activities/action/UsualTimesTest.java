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
import java.time.Instant;
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
  void usual_times_are_the_work_of_runs_that_nothing_came_between() {
    for (int i = 1; i <= 20; i++) {
      run(Duration.ofMillis(1_000 + 100L * i));
    }

    assertThat(usual()).isEqualTo(Map.of("create-machine", Estimate.ofMillis(2_050, 2_905)));
  }

  @Test
  void a_new_tenant_gets_the_figures_of_all() {
    run(Duration.ofSeconds(2));

    assertThat(STORAGE.as(SOUTH, () -> actions.usualTimes(ActionType.CREATE_SERVER)))
        .isEqualTo(usual())
        .isNotEmpty();
  }

  @Test
  void figures_of_many_runs_are_kept_for_a_minute() {
    for (int i = 1; i <= 200; i++) {
      run(Duration.ofSeconds(2));
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
    run(Duration.ofSeconds(2));

    assertThat(usual()).isEmpty();
    CLOCK.pass(Duration.ofSeconds(6));
    assertThat(usual()).isNotEmpty();
  }

  private Map<String, Estimate> usual() {
    return STORAGE.as(NORTH, () -> actions.usualTimes(ActionType.CREATE_SERVER));
  }

  @Test
  void what_met_more_than_one_attempt_is_not_usual() {
    run(Duration.ofSeconds(2));
    runOnceMore("lost", Duration.ofMinutes(1));
    runOnceMore("failed", Duration.ofSeconds(9));

    assertThat(usual()).isEqualTo(Map.of("create-machine", Estimate.ofMillis(2_000, 2_000)));
  }

  private void run(Duration took) {
    String order = order();
    STORAGE.execute(
        ATTEMPT.formatted(order, 1, "ok", NOON, NOON.plus(took)), done(order, NOON.plus(took)));
  }

  private void runOnceMore(String first, Duration took) {
    String order = order();
    var later = NOON.plusSeconds(3_600);
    STORAGE.execute(
        ATTEMPT.formatted(order, 1, first, NOON, NOON.plus(took)),
        ATTEMPT.formatted(order, 2, "ok", later, later.plus(took)),
        done(order, later));
  }

  private String order() {
    NewAction order = aCreate(aServer(NORTH));
    orders.create(order);
    return order.id().value();
  }

  private static String done(String order, Instant at) {
    return "update action_step set status = 'done', finished_at = '%s'".formatted(at)
        + " where step = 'create-machine' and action_id = '%s'".formatted(order);
  }
}
