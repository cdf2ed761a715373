package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepPolicy;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttemptLogTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private static final StepRequest REQUEST = new StepRequest("{}", null);

  private final AttemptLog log = STORAGE.get(AttemptLog.class);
  private final String action = ordered();

  @Test
  void attempts_of_a_call_that_nobody_ended_count_apart_from_those_that_failed() {
    started(3, 1);
    started(3, 2);
    fails(3, 2);

    Tries third = started(3, 3);

    assertThat(third).isEqualTo(new Tries(3, 1));
  }

  @Test
  void attempts_of_an_earlier_call_do_not_count() {
    started(0, 1);
    fails(0, 1);
    started(0, 2);

    assertThat(started(2, 1)).isEqualTo(new Tries(1, 0));
    assertThat(started(2, 2)).isEqualTo(new Tries(2, 1));
  }

  private Tries started(int before, int call) {
    return log.started(attempt(before, call), REQUEST);
  }

  private void fails(int before, int call) {
    Verdict.Failure failure = new Verdict.Failure(FailureClass.TRANSIENT, "for the test", null);
    AttemptRecord attempt = attempt(before, call);
    log.failed(attempt, Verdict.of(failure, attempt.context(), Tries.answered(call), NOON));
  }

  private AttemptRecord attempt(int before, int call) {
    StepContext context =
        new StepContext(
            action,
            "reserve-capacity",
            Phase.FORWARD,
            1,
            1,
            before,
            1,
            null,
            StepPolicy.PROVIDER_CALL,
            List.of(),
            false);
    return new AttemptRecord(context, "run-1", call);
  }

  private static String ordered() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server);
    STORAGE.asPlatform(() -> STORAGE.get(Servers.class).create(server, null));
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).create(order));
    return order.id().value();
  }
}
