package dev.slipway.activities.temporal;

import dev.slipway.workflows.step.Standing;
import dev.slipway.workflows.step.WireJson;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.query.v1.WorkflowQuery;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Looks whether Temporal answers, and how one of its workflows does.
@Singleton
class EngineProbe {

  private final WorkflowServiceStubs stubs;
  private final TemporalConfiguration temporal;
  private final EngineContact contact;

  EngineProbe(WorkflowServiceStubs stubs, TemporalConfiguration temporal, EngineContact contact) {
    this.stubs = stubs;
    this.temporal = temporal;
    this.contact = contact;
  }

  /// Whether Temporal answers within two seconds.
  boolean isReachable() {
    return contact.isReachable();
  }

  /// Whether the engine forgets everything when its process ends.
  boolean isForgetful() {
    return temporal.isForgetful();
  }

  /// Whether an action's workflow runs with no activity at work.
  ///
  /// @throws StatusRuntimeException when Temporal does not answer
  boolean isIdle(String action) {
    return running(action).filter(run -> run.getPendingActivitiesCount() == 0).isPresent();
  }

  /// Whether an action's workflow runs.
  ///
  /// @throws StatusRuntimeException when Temporal does not answer
  boolean isRunning(String action) {
    return running(action).isPresent();
  }

  private Optional<DescribeWorkflowExecutionResponse> running(String action) {
    return describe(action)
        .filter(run ->
            run.getWorkflowExecutionInfo().getStatus()
                == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
  }

  /// Where an action's workflow stands by its own account.
  ///
  /// @throws StatusRuntimeException when no worker tells within twelve seconds
  Standing standing(String action) {
    // after a crash Temporal asks the lost worker's own queue first, for five seconds
    QueryWorkflowResponse told =
        answering(12)
            .queryWorkflow(
                QueryWorkflowRequest.newBuilder()
                    .setNamespace(temporal.namespace())
                    .setExecution(WorkflowExecution.newBuilder().setWorkflowId(action))
                    .setQuery(WorkflowQuery.newBuilder().setQueryType("standing"))
                    .build());
    return WireJson.CONVERTER.fromPayloads(
        0, Optional.of(told.getQueryResult()), Standing.class, Standing.class);
  }

  // the client's own calls are repeated for a minute
  private WorkflowServiceGrpc.WorkflowServiceBlockingStub answering(int seconds) {
    return stubs.blockingStub().withDeadlineAfter(seconds, TimeUnit.SECONDS);
  }

  /// The newest run of an action's workflow, empty when the engine does not know it.
  ///
  /// @throws StatusRuntimeException when Temporal does not answer
  Optional<DescribeWorkflowExecutionResponse> describe(String action) {
    try {
      return Optional.of(
          answering(5)
              .describeWorkflowExecution(
                  DescribeWorkflowExecutionRequest.newBuilder()
                      .setNamespace(temporal.namespace())
                      .setExecution(WorkflowExecution.newBuilder().setWorkflowId(action))
                      .build()));
    } catch (StatusRuntimeException failure) {
      if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
