package dev.slipway.activities.temporal;

import dev.slipway.activities.action.EngineParking;
import dev.slipway.activities.temporal.EngineTables.WatchRow;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.step.Standing;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the run of an action that has been silent. A run that was closed from outside parks the
/// action on a durable engine and is started again on a forgetful one, parked where it was parked;
/// a run that makes no progress asks for a person; a parking that nobody wrote down is written
/// down.
@Singleton
class Watchdog {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final int STUCK_AFTER_ATTEMPTS = 3;

  private final EngineProbe probe;
  private final EngineParking parking;
  private final ActionStarter starter;

  Watchdog(EngineProbe probe, EngineParking parking, ActionStarter starter) {
    this.probe = probe;
    this.parking = parking;
    this.starter = starter;
  }

  /// Looks at one action.
  ///
  /// @throws RuntimeException when Temporal does not answer
  void inspect(WatchRow row) {
    Optional<DescribeWorkflowExecutionResponse> found = probe.describe(row.id());
    WorkflowExecutionStatus status =
        found
            .map(description -> description.getWorkflowExecutionInfo().getStatus())
            .orElse(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_UNSPECIFIED);
    if (status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
      running(row, found.orElseThrow());
    } else {
      closed(row, status);
    }
  }

  /// Whether an action has a run that is not closed.
  ///
  /// @throws RuntimeException when Temporal does not answer
  boolean isRunning(ActionId action) {
    return probe.isRunning(action.value());
  }

  private void closed(WatchRow row, WorkflowExecutionStatus status) {
    if (is(row, ParkCause.ENGINE_CLOSED)) {
      return;
    }
    // What the lost run was parked for is not known any more where the engine's own parking hid it.
    boolean isHidden = is(row, ParkCause.ENGINE_STUCK) && row.isStepParked();
    if (probe.isForgetful() && !isHidden) {
      startAgain(row);
    } else {
      park(row, status);
    }
  }

  private void startAgain(WatchRow row) {
    if (row.parkingCause() == null || parking.renumber(row.seen())) {
      LOG.info("Starts a lost workflow again action_id={}", row.id());
      starter.restart(row.id());
    }
  }

  private void park(WatchRow row, WorkflowExecutionStatus status) {
    String how =
        status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_UNSPECIFIED
            ? "The engine does not know the workflow"
            : "The workflow was closed: " + word(status);
    if (parking.closed(row.seen(), how)) {
      LOG.warn("Parked an action whose workflow is closed action_id={} how={}", row.id(), how);
    }
  }

  private void running(WatchRow row, DescribeWorkflowExecutionResponse found) {
    int attempt = found.hasPendingWorkflowTask() ? found.getPendingWorkflowTask().getAttempt() : 0;
    if (attempt > STUCK_AFTER_ATTEMPTS) {
      stuck(row, "Its workflow task failed " + attempt + " times");
      return;
    }
    Optional<Standing> standing = standing(row);
    if (standing.isEmpty()) {
      stuck(row, "No worker answers for it");
    } else if (isBehind(row, standing.get())) {
      LOG.warn("Starts over a run that a reset took back action_id={}", row.id());
      starter.startOver(row.id(), found.getWorkflowExecutionInfo().getExecution().getRunId());
    } else if (standing.get().parking() > 0) {
      mend(row, standing.get());
    } else if (is(row, ParkCause.ENGINE_STUCK) || is(row, ParkCause.ENGINE_CLOSED)) {
      parking.resume(row.seen(), standing.get().phase());
    }
  }

  /// A run only counts up: one that is parked under an older number than the row's was reset to
  /// before what came since. A run that was closed has one number more in its row.
  private static boolean isBehind(WatchRow row, Standing standing) {
    int known = row.parkingNumber() - (is(row, ParkCause.ENGINE_CLOSED) ? 1 : 0);
    return standing.parking() > 0 && standing.parking() < known;
  }

  private void mend(WatchRow row, Standing standing) {
    boolean isWritten =
        row.parkingNumber() == standing.parking()
            && Objects.requireNonNull(standing.cause()).code().equals(row.parkingCause());
    if (!isWritten) {
      parking.mend(row.seen(), standing);
    }
  }

  private void stuck(WatchRow row, String message) {
    if (!is(row, ParkCause.ENGINE_STUCK)) {
      LOG.error("A workflow makes no progress action_id={} reason={}", row.id(), message);
      parking.stuck(row.seen(), message);
    }
  }

  private Optional<Standing> standing(WatchRow row) {
    try {
      return Optional.of(probe.standing(row.id()));
    } catch (RuntimeException silent) {
      LOG.info("No worker told where a workflow stands action_id={}", row.id(), silent);
      return Optional.empty();
    }
  }

  private static boolean is(WatchRow row, ParkCause cause) {
    return cause.code().equals(row.parkingCause());
  }

  private static String word(WorkflowExecutionStatus status) {
    return status.name().replace("WORKFLOW_EXECUTION_STATUS_", "").toLowerCase(Locale.ROOT);
  }
}
