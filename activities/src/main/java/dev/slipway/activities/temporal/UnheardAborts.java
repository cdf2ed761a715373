package dev.slipway.activities.temporal;

import dev.slipway.activities.temporal.EngineTables.AbortRow;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandRefusedException;
import dev.slipway.workflows.step.StepCommand;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a workflow of its abort once more, and starts one over that can't hear of it any more.
@Singleton
class UnheardAborts {

  private static final Logger LOG = LoggerFactory.getLogger(UnheardAborts.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  private final UpdateSender commands;
  private final ActionStarter starter;
  private final EngineProbe probe;

  UnheardAborts(UpdateSender commands, ActionStarter starter, EngineProbe probe) {
    this.commands = commands;
    this.starter = starter;
    this.probe = probe;
  }

  /// Tells of one.
  ///
  /// @throws EngineUnavailableException when Temporal does not answer
  void tell(AbortRow abort) {
    String action = abort.id();
    StepCommand command =
        new StepCommand(action, null, null, null, null, abort.reason(), abort.actor());
    try {
      commands.send(
          new ActionId(action), CommandKind.ABORT, command, action + "/abort", ANSWER_WITHIN);
    } catch (CommandRefusedException refused) {
      // Heard already, or there is no run to hear it: then a new run takes everything back.
      LOG.info("An abort was refused action_id={} reason={}", action, refused.getMessage());
      starter.restart(action);
    } catch (EngineUnavailableException silent) {
      unanswered(action, silent);
    }
  }

  /// The Java engine in memory loses a run whose activity ends while the workflow decides to cancel
  /// it: it refuses the decision as `ACTIVITY_UNKNOWN`, forgets that it owes the run another
  /// workflow task, and would refuse the next one for the same reason. No activity of such a run is
  /// pending, so nothing is at work that a new run could collide with.
  private void unanswered(String action, EngineUnavailableException silent) {
    if (!probe.isReachable()) {
      throw silent;
    }
    if (probe.isForgetful() && probe.isIdle(action)) {
      LOG.warn("Starts a workflow over that can't hear of its abort action_id={}", action);
      starter.startOver(action);
    } else {
      LOG.warn("A workflow did not answer to its abort action_id={}", action);
    }
  }
}
