package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.action.AttemptLog;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnheardAbortsTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final MemoryEngine engine = new MemoryEngine(STORAGE, new SlowToDecide());

  @AfterEach
  void close() {
    engine.close();
  }

  /// Decides on an abort only once the activity at work has ended: the engine hears that the
  /// activity ended first, then that it is to be cancelled.
  private final class SlowToDecide extends StepInterceptor {

    SlowToDecide() {
      super(
          STORAGE.get(AttemptLog.class),
          STORAGE.get(Pulse.class),
          Clock.systemUTC(),
          STORAGE.get(ActionStarter.class));
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
      return new WorkflowInboundCallsInterceptorBase(next) {
        @Override
        public UpdateOutput executeUpdate(UpdateInput input) {
          String action = Workflow.getInfo().getWorkflowId();
          await()
              .atMost(Duration.ofSeconds(8))
              .pollInSameThread()
              .until(() -> engine.probe().isIdle(action));
          return super.executeUpdate(input);
        }
      };
    }
  }

  @Test
  void an_order_the_engine_lost_between_its_activity_and_its_abort_is_undone_soon() {
    ActionId id = engine.orders();
    engine.startWorker();
    awaits(id, action -> isRunning(action, "await-machine"));
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).requestAbort(id, "usr_1", "a test", null));
    StepCommand abort = new StepCommand(id.value(), null, null, null, null, "a test", "usr_1");

    assertThatThrownBy(() -> engine.commands().send(id, CommandKind.ABORT, abort, "first"))
        .isInstanceOf(EngineUnavailableException.class);
    assertThat(engine.find(id).status()).isEqualTo(ActionStatus.RUNNING);
    engine.unheardAborts().tell(new EngineTables.AbortRow(id.value(), "usr_1", "a test"));

    awaits(id, action -> action.status() == ActionStatus.ABORTED);
    assertThat(STORAGE.get(Simulators.class).machines("sim-1"))
        .isNotEmpty()
        .allMatch(machine -> machine.state().equals("deleted"));
  }

  private void awaits(ActionId id, Predicate<Action> state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> state.test(engine.find(id)));
  }

  private static boolean isRunning(Action action, String step) {
    return action.steps().stream()
        .anyMatch(each -> each.id().equals(step) && each.status() == StepStatus.RUNNING);
  }
}
