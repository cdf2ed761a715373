package dev.slipway.activities.temporal;

import dev.slipway.activities.temporal.StartSource.Startable;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.ActionStart;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.SearchAttributes;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts workflows of stored actions. The workflow's id is the action's, so that any number of
/// starts, from any process at any time, make one run.
@Singleton
class ActionStarter {

  private static final Logger LOG = LoggerFactory.getLogger(ActionStarter.class);

  private final WorkflowClient client;
  private final StartSource source;
  private final TemporalConfiguration temporal;
  private final PanelAddress panel;

  ActionStarter(
      WorkflowClient client,
      StartSource source,
      TemporalConfiguration temporal,
      PanelAddress panel) {
    this.client = client;
    this.source = source;
    this.temporal = temporal;
    this.panel = panel;
  }

  /// Starts an action in the background. Where that fails, or this process leaves starting to
  /// others, a worker's sweep does it.
  void startSoon(String action) {
    if (temporal.starter()) {
      Thread.startVirtualThread(() -> startQuietly(action));
    }
  }

  private void startQuietly(String action) {
    try {
      start(action);
    } catch (RuntimeException later) {
      LOG.warn("Could not start a workflow, the sweep will action_id={}", action, later);
    }
  }

  /// Starts an action for the first time; one that ended, waits in its lane or for its time, or
  /// runs is left alone. A run that was closed before it had done anything does not count.
  ///
  /// @throws EngineUnavailableException when Temporal does not answer
  void start(String action) {
    source
        .find(action)
        .ifPresent(found ->
            start(
                found,
                found.start().resume() == null
                    ? WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY
                    : WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE));
  }

  /// Starts an unfinished action once more after its run was closed, from outside or because a run
  /// that was seen later had made it out of date.
  ///
  /// @return whether it did; else a run is there already, which may know less than this one would
  /// @throws EngineUnavailableException when Temporal does not answer
  boolean restart(String action) {
    boolean isStarted =
        source
            .find(action)
            .map(found ->
                start(found, WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE))
            .orElse(false);
    source.restarted(action);
    return isStarted;
  }

  /// Closes an action's run and starts it once more.
  ///
  /// @throws EngineUnavailableException when Temporal does not answer
  void startOver(String action) {
    close(action, client.newUntypedWorkflowStub(action), "It does not hear any more");
    restart(action);
  }

  /// Closes one run of an action, if it runs, and starts the action once more unless another run
  /// does. However often it is asked for, and by how many, one run comes of it; a sweep makes it
  /// where this process ends in between.
  ///
  /// @param run the engine's id of the run
  /// @throws EngineUnavailableException when Temporal does not answer
  void startOver(String action, String run) {
    WorkflowTargetOptions only =
        WorkflowTargetOptions.newBuilder().setWorkflowId(action).setRunId(run).build();
    WorkflowStub uninformed = client.newUntypedWorkflowStub(only);
    source.restarting(action);
    close(action, uninformed, "It does not know what was decided");
    if (isAborted(action, run)) {
      source.cancelled(action);
    }
    restart(action);
  }

  /// Whether a run was cancelled, or accepted an abort, before it was closed, and perhaps could not
  /// write it down any more.
  private boolean isAborted(String action, String run) {
    try {
      return client.fetchHistory(action, run).getHistory().getEventsList().stream()
          .anyMatch(ActionStarter::isAbort);
    } catch (WorkflowServiceException | StatusRuntimeException away) {
      throw new EngineUnavailableException("reading the run of " + action, away);
    }
  }

  private static boolean isAbort(HistoryEvent event) {
    String update =
        event
            .getWorkflowExecutionUpdateAcceptedEventAttributes()
            .getAcceptedRequest()
            .getInput()
            .getName();
    return event.hasWorkflowExecutionCancelRequestedEventAttributes()
        || update.equals(CommandKind.ABORT.code());
  }

  private static void close(String action, WorkflowStub run, String why) {
    try {
      run.terminate(why);
    } catch (WorkflowNotFoundException closed) {
      LOG.debug("A workflow was closed before action_id={}", action, closed);
    } catch (WorkflowServiceException | StatusRuntimeException away) {
      throw new EngineUnavailableException("closing the run of " + action, away);
    }
  }

  private boolean start(Startable found, WorkflowIdReusePolicy policy) {
    ActionStart<Object> start = found.start();
    try {
      client
          .newUntypedWorkflowStub(found.type().workflowType(), options(found, policy))
          .start(start);
      LOG.info("Started a workflow action_id={} type={}", start.action(), found.type().code());
      return true;
    } catch (WorkflowExecutionAlreadyStarted twice) {
      LOG.debug("A workflow runs already action_id={}", start.action(), twice);
      return false;
    } catch (WorkflowServiceException | StatusRuntimeException away) {
      throw new EngineUnavailableException("starting " + start.action(), away);
    }
  }

  private String detailsOf(ActionStart<?> start) {
    String way =
        panel
            .of(new ActionId(start.action()))
            .map("\n\n[Open it in Slipway](%s)"::formatted)
            .orElse("");
    return "Action `%s` on `%s` of tenant `%s`.%s"
        .formatted(start.action(), start.resource(), start.tenant(), way);
  }

  private WorkflowOptions options(Startable found, WorkflowIdReusePolicy policy) {
    ActionStart<Object> start = found.start();
    return WorkflowOptions.newBuilder()
        .setWorkflowId(start.action())
        .setTaskQueue(TaskQueues.LIFECYCLE)
        // A worker of this process takes the first task with the start's answer.
        .setDisableEagerExecution(false)
        .setWorkflowIdReusePolicy(policy)
        .setStaticSummary(found.type().verb() + " " + found.name())
        .setStaticDetails(detailsOf(start))
        .setTypedSearchAttributes(
            io.temporal.common.SearchAttributes.newBuilder()
                .set(SearchAttributes.TENANT, start.tenant())
                .set(SearchAttributes.SERVER, start.resource())
                .set(SearchAttributes.ACTION_TYPE, found.type().code())
                .build())
        .build();
  }
}
