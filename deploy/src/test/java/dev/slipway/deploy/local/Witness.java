package dev.slipway.deploy.local;

import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/// Leaves marks in both servers of a world and looks whether they are still there.
final class Witness {

  private static final int SECONDS = 5;
  private static final String WORKFLOW = "act_witness";

  private Witness() {}

  static void mark(LocalWorld world) throws SQLException {
    markDatabase(world);
    markTemporal(world.temporal());
  }

  static void markDatabase(LocalWorld world) throws SQLException {
    try (Connection connection = world.owner().connect(SECONDS);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE witness AS SELECT 42 AS answer");
      statement.execute("GRANT SELECT ON witness TO slipway_app");
    }
  }

  static boolean databaseRemembers(LocalWorld world) {
    try (Connection connection = world.app().connect(SECONDS);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT answer FROM witness")) {
      return result.next() && result.getInt(1) == 42;
    } catch (SQLException e) {
      return false;
    }
  }

  /// Starts a workflow nobody works on, with the search attribute of an action.
  static void markTemporal(TemporalEndpoint endpoint) {
    WorkflowServiceStubs stubs = connect(endpoint);
    try {
      SearchAttributes attributes =
          SearchAttributes.newBuilder()
              .set(SearchAttributeKey.forKeyword("SlipwayAttention"), "parked")
              .build();
      WorkflowClient.newInstance(stubs)
          .newUntypedWorkflowStub(
              "Witness",
              WorkflowOptions.newBuilder()
                  .setTaskQueue("witness")
                  .setWorkflowId(WORKFLOW)
                  .setTypedSearchAttributes(attributes)
                  .build())
          .start();
    } finally {
      stubs.shutdownNow();
    }
  }

  static boolean temporalRemembers(TemporalEndpoint endpoint) {
    WorkflowServiceStubs stubs = connect(endpoint);
    try {
      return stubs
              .blockingStub()
              .describeWorkflowExecution(
                  DescribeWorkflowExecutionRequest.newBuilder()
                      .setNamespace(endpoint.namespace())
                      .setExecution(WorkflowExecution.newBuilder().setWorkflowId(WORKFLOW))
                      .build())
              .getWorkflowExecutionInfo()
              .getStatus()
          == WORKFLOW_EXECUTION_STATUS_RUNNING;
    } finally {
      stubs.shutdownNow();
    }
  }

  static Duration retention(TemporalEndpoint endpoint) {
    WorkflowServiceStubs stubs = connect(endpoint);
    try {
      return Duration.ofSeconds(
          stubs
              .blockingStub()
              .describeNamespace(
                  DescribeNamespaceRequest.newBuilder().setNamespace(endpoint.namespace()).build())
              .getConfig()
              .getWorkflowExecutionRetentionTtl()
              .getSeconds());
    } finally {
      stubs.shutdownNow();
    }
  }

  static OsProcess postgres(Path data) {
    return PostmasterFile.read(data.resolve("postgres"))
        .flatMap(file -> OsProcess.of(file.pid()))
        .orElseThrow();
  }

  static OsProcess temporal(Path data) {
    return Awaitility.await()
        .until(() -> ChildRecord.read(data.resolve("run/temporal.pid")), r -> r.isPresent())
        .flatMap(record -> OsProcess.of(record.pid()))
        .orElseThrow();
  }

  private static WorkflowServiceStubs connect(TemporalEndpoint endpoint) {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder().setTarget(endpoint.address()).build());
  }
}
