package dev.slipway.deploy.system;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;
import java.util.UUID;

/// Temporal as somebody uses it who knows nothing of Slipway: its own Web UI or command line.
final class Engine implements AutoCloseable {

  private static final String NAMESPACE = "default";

  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;

  Engine(SlipwayProcess slipway) {
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + slipway.port("temporal"))
                .build());
    client = WorkflowClient.newInstance(stubs);
  }

  void terminate(Ordered ordered) {
    workflow(ordered).terminate("by a test");
  }

  void cancel(Ordered ordered) {
    workflow(ordered).cancel();
  }

  /// Takes the present run back to its first workflow task; it goes on under another run id.
  void resetToTheBeginning(Ordered ordered) {
    reset(execution(ordered), workflowTasks(execution(ordered)).getFirst());
  }

  /// Goes on from the last workflow task of a run, be it closed, under another run id.
  void resetToTheEnd(Ordered ordered, String run) {
    WorkflowExecution execution = execution(ordered).toBuilder().setRunId(run).build();
    reset(execution, workflowTasks(execution).getLast());
  }

  /// The id of the present run.
  String run(Ordered ordered) {
    return workflow(ordered).describe().getExecution().getRunId();
  }

  private void reset(WorkflowExecution execution, long workflowTask) {
    var _ =
        blocking()
            .resetWorkflowExecution(
                ResetWorkflowExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setWorkflowExecution(execution)
                    .setReason("by a test")
                    .setRequestId(UUID.randomUUID().toString())
                    .setWorkflowTaskFinishEventId(workflowTask)
                    .build());
  }

  private List<Long> workflowTasks(WorkflowExecution execution) {
    return blocking()
        .getWorkflowExecutionHistory(
            GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(execution)
                .build())
        .getHistory()
        .getEventsList()
        .stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
        .map(HistoryEvent::getEventId)
        .sorted()
        .toList();
  }

  /// Removes a run with its history.
  void delete(Ordered ordered) {
    var _ =
        blocking()
            .deleteWorkflowExecution(
                DeleteWorkflowExecutionRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setWorkflowExecution(execution(ordered))
                    .build());
  }

  /// Puts a run in an order's place whose input no worker can read.
  void replaceByOneThatNobodyCanRead(Ordered ordered) {
    terminate(ordered);
    client
        .newUntypedWorkflowStub(
            "CreateServer",
            WorkflowOptions.newBuilder()
                .setTaskQueue("cloudpods")
                .setWorkflowId(ordered.action())
                .setWorkflowIdReusePolicy(
                    WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .build())
        .start("this is no order");
  }

  /// What an operator types into the Web UI.
  ///
  /// @param update the command's word
  /// @param argument its JSON argument
  void sendUpdate(Ordered ordered, String update, Object argument) {
    var _ = workflow(ordered).update(update, String.class, argument);
  }

  /// Ids of the running workflows a filter of the Web UI shows.
  List<String> list(String query) {
    return blocking()
        .listWorkflowExecutions(
            ListWorkflowExecutionsRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setQuery(query)
                .build())
        .getExecutionsList()
        .stream()
        .map(info -> info.getExecution().getWorkflowId())
        .toList();
  }

  @Override
  public void close() {
    stubs.shutdownNow();
  }

  private WorkflowStub workflow(Ordered ordered) {
    return client.newUntypedWorkflowStub(ordered.action());
  }

  private WorkflowServiceBlockingStub blocking() {
    return stubs.blockingStub();
  }

  private static WorkflowExecution execution(Ordered ordered) {
    return WorkflowExecution.newBuilder().setWorkflowId(ordered.action()).build();
  }
}
