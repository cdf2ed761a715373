package dev.slipway.activities.temporal;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.action.AttemptLog;
import dev.slipway.activities.action.AttemptRecord;
import dev.slipway.activities.action.StepRequest;
import dev.slipway.activities.storage.MovableClock;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.StepContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Which aborts count as not begun.
class UnheardAbortRowsTest {

  private static final MovableClock CLOCK = new MovableClock(NOON);

  @RegisterExtension static final Storage STORAGE = new Storage().with(CLOCK);

  private final AttemptLog log = STORAGE.get(AttemptLog.class);
  private final NewAction order = ordered();

  @Test
  void one_that_was_asked_for_while_a_step_goes_forward_is_unheard() {
    begins(Phase.FORWARD, 1, 0);

    abortAsked();

    assertThat(unheard()).contains(order.id().value());
  }

  @Test
  void one_whose_undo_began_is_heard() {
    begins(Phase.FORWARD, 1, 0);
    abortAsked();

    begins(Phase.UNDO, 1, 1);

    assertThat(unheard()).doesNotContain(order.id().value());
  }

  @Test
  void one_that_came_while_inputs_were_changed_is_unheard_once_the_step_goes_on() {
    begins(Phase.FORWARD, 1, 0);
    abortAsked();
    begins(Phase.UNDO, 1, 1);

    begins(Phase.FORWARD, 2, 2);

    assertThat(unheard()).contains(order.id().value());
  }

  private void begins(Phase phase, int generation, int before) {
    StepContext context =
        StepContextFixtures.aContext(
            order.id().value(), "reserve-capacity", phase, generation, before);
    var _ = log.started(new AttemptRecord(context, "run", 1), new StepRequest("{}", null));
  }

  private void abortAsked() {
    STORAGE.asPlatform(
        () -> STORAGE.get(Actions.class).requestAbort(order.id(), "usr_1", "a test", null));
  }

  private static List<String> unheard() {
    CLOCK.pass(Duration.ofMinutes(1));
    return STORAGE.get(EngineRows.class).unheardAborts().stream()
        .map(EngineTables.AbortRow::id)
        .toList();
  }

  private static NewAction ordered() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server);
    STORAGE.asPlatform(() -> STORAGE.get(Servers.class).create(server, null));
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).create(order));
    return order;
  }
}
