package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandTooEarlyException;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.step.WorkflowClosedException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// Brings a command to a workflow that may not be where its row shows it: one that is behind is
/// waited for, and so is one that takes a closed one's place; any other that was closed is looked
/// at, so that the row soon tells what fits.
@Singleton
class CommandDelivery {

  private static final Duration COMES_WITHIN = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration SAID_WITHIN = Duration.ofSeconds(1);

  private final UpdateSender sender;
  private final EngineSweeps sweeps;

  CommandDelivery(UpdateSender sender, EngineSweeps sweeps) {
    this.sender = sender;
    this.sweeps = sweeps;
  }

  /// Returns once the command was obeyed.
  ///
  /// @throws dev.slipway.workflows.step.CommandRefusedException when it does not fit
  /// @throws EngineUnavailableException when nobody answers in time, or the workflow does not come
  ///   to the parking the command answers
  void deliver(ActionId id, CommandKind kind, StepCommand command, String updateId) {
    deliver(id, kind, command, updateId, COMES_WITHIN);
  }

  /// Like [#deliver(ActionId, CommandKind, StepCommand, String)].
  ///
  /// @param patience how long its parking may take to come
  void deliver(
      ActionId id, CommandKind kind, StepCommand command, String updateId, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Duration pause = Duration.ofMillis(50);
    while (!isTaken(id, kind, command, updateId, end)) {
      pause(id, kind, pause);
      pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
    }
  }

  private boolean isTaken(
      ActionId id, CommandKind kind, StepCommand command, String updateId, long end) {
    try {
      sender.send(id, kind, command, updateId);
      return true;
    } catch (CommandTooEarlyException early) {
      if (System.nanoTime() - end > 0) {
        throw new EngineUnavailableException("waiting for what " + kind.code() + " answers", early);
      }
      return false;
    } catch (WorkflowClosedException closed) {
      if (System.nanoTime() - end < 0 && sweeps.isReplaced(id)) {
        return false;
      }
      sweeps.watch(id);
      throw closed;
    }
  }

  /// Tells of an abort that is stored: nobody waits long for what a sweep does as well.
  ///
  /// @throws dev.slipway.workflows.step.CommandRefusedException when it does not fit any more
  /// @throws EngineUnavailableException when nobody answers within a second
  void tell(ActionId id, StepCommand abort, String updateId) {
    try {
      sender.send(id, CommandKind.ABORT, abort, updateId, SAID_WITHIN);
    } catch (WorkflowClosedException closed) {
      if (!sweeps.isReplaced(id)) {
        sweeps.watch(id);
      }
      throw closed;
    }
  }

  /// Whether an action obeyed a command of this id, in its present run or its last.
  ///
  /// @throws EngineUnavailableException when nobody answers within a second
  boolean hasObeyed(ActionId id, String updateId) {
    return sender.hasObeyed(id, updateId, SAID_WITHIN);
  }

  /// Brings a decision to an action whose workflow was closed, by a run that knows it.
  ///
  /// @throws EngineUnavailableException when Temporal does not answer
  void restart(ActionId id) {
    sweeps.restart(id.value());
  }

  private static void pause(ActionId id, CommandKind kind, Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException("sending " + kind.code() + " to " + id, stopped);
    }
  }
}
