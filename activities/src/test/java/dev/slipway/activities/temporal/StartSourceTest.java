package dev.slipway.activities.temporal;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.MovableClock;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.Resume;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartSourceTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final MovableClock CLOCK = new MovableClock(NOON);

  @RegisterExtension static final Storage STORAGE = new Storage().with(CLOCK);

  private final StartSource source = STORAGE.get(StartSource.class);

  @Test
  void an_order_for_later_is_startable_only_once_its_time_has_come() {
    String action = storedForLater();

    assertThat(source.find(action)).isEmpty();
    CLOCK.pass(HOUR);
    assertThat(source.find(action)).isPresent();
  }

  @Test
  void an_action_that_had_a_run_may_run_again_whatever_its_time() {
    String action = storedForLater();
    STORAGE.execute(
        "update action set run_id = 'run', run_ordinal = 1 where id = '" + action + "'");

    assertThat(source.find(action)).isPresent();
  }

  @Test
  void a_step_that_was_left_while_its_inputs_change_runs_under_its_next_generation() {
    String action = storedForLater();
    STORAGE.execute(
        "update action set run_id = 'run', run_ordinal = 1 where id = '" + action + "'",
        """
        update action_step
        set status = 'residual', undo_status = 'skipped', inputs = '{}',
            edits_due = '{"image":"debian-12"}'
        where step = 'create-machine' and action_id = '%s'
        """
            .formatted(action));

    Resume resume = Objects.requireNonNull(source.find(action).orElseThrow().start().resume());

    assertThat(resume.memoryOf("create-machine"))
        .isEqualTo(
            new Resume.StepMemory(
                "create-machine", 2, Map.of("image", "debian-12"), false, null, null));
    assertThat(resume.undo()).isEmpty();
  }

  private static String storedForLater() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server, CLOCK.instant(), CLOCK.instant().plus(HOUR));
    STORAGE.asPlatform(() -> STORAGE.get(Servers.class).create(server, null));
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).create(order));
    return order.id().value();
  }
}
