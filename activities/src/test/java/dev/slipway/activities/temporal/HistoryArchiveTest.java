package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.log.LogLines;
import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.tenant.Transactions;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.StatusUtils;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryArchiveTest {

  // nothing listens on it
  private static final String NOWHERE = "127.0.0.1:1";

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final MemoryEngine engine = new MemoryEngine(STORAGE, STORAGE.get(StepInterceptor.class));
  private final WorkflowServiceStubs away = nowhere();
  private final HistoryArchive archive = archive(engine.client());

  @RegisterExtension final LogLines log = new LogLines(HistoryArchive.class);

  /// What a test has left unread is too old for the next one.
  @BeforeEach
  void forget() {
    STORAGE.execute("update action set finished_at = finished_at - interval '30 days'");
  }

  @AfterEach
  void close() {
    away.shutdownNow();
    engine.close();
  }

  @Test
  void a_history_that_the_engine_lost_is_marked_and_asked_for_once() {
    ended("once", 1);

    archive.sweep();
    archive.sweep();

    assertThat(marks("once")).containsExactly("lost");
    assertThat(log.all())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getFormattedMessage())
              .isEqualTo("The engine lost a history action_id=once-1 run_id=run-1");
          assertThat(line.getThrowableProxy()).isNull();
        });
  }

  @Test
  void a_lost_history_is_none_without_asking_the_engine() {
    ended("none", 1);
    archive.sweep();

    assertThat(archive(away()).history("none-1", 0)).isEmpty();
    assertThat(archive.history("none-1", 1)).isEmpty();
  }

  @Test
  void sixty_lost_histories_keep_no_newer_one_from_being_stored() {
    ended("many", 60);
    engine.startWorker();
    ActionId newer = engine.orders();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> engine.find(newer).status() == ActionStatus.SUCCEEDED);

    archive.sweep();
    archive.sweep();

    assertThat(marks("many")).hasSize(60).containsOnly("lost");
    assertThat(marks(newer.value())).containsExactly("stored");
    assertThat(archive(away()).history(newer.value(), 0))
        .hasValueSatisfying(json -> assertThat(json).contains("WORKFLOW_EXECUTION_STARTED"));
  }

  @Test
  void nothing_is_marked_while_the_engine_is_away() {
    ended("away", 3);

    archive(away()).sweep();

    assertThat(marks("away")).isEmpty();
    assertThat(log.all())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getFormattedMessage())
              .startsWith("A sweep stopped, Temporal does not answer sweep=archive")
              .endsWith("code=UNAVAILABLE");
          assertThat(line.getThrowableProxy()).isNull();
        });
    assertThatExceptionOfType(EngineUnavailableException.class)
        .isThrownBy(() -> archive(away()).history("away-1", 1));

    archive.sweep();

    assertThat(marks("away")).containsExactly("lost", "lost", "lost");
  }

  @Test
  void a_history_that_cannot_be_read_keeps_no_other_from_being_kept() throws IOException {
    ended("damaged", 2);
    Function<WorkflowExecution, Status> refusals =
        asked -> asked.getRunId().equals("run-1") ? Status.DATA_LOSS : Status.NOT_FOUND;
    try (var engine = PlayedTemporal.by(refusing(refusals))) {
      archive(WorkflowClient.newInstance(engine.stubs())).sweep();
    }

    assertThat(marks("damaged")).containsExactly("lost");
  }

  @Test
  void fifty_histories_that_cannot_be_read_keep_no_newer_one_from_being_kept() throws IOException {
    ended("unreadable", 51);
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    Function<WorkflowExecution, Status> refusals =
        each -> {
          asked.add(each.getWorkflowId());
          // the last of them, in the order of their ids
          boolean isLost = each.getWorkflowId().equals("unreadable-9");
          return isLost ? Status.NOT_FOUND : Status.INVALID_ARGUMENT;
        };
    try (var engine = PlayedTemporal.by(refusing(refusals))) {
      HistoryArchive archive = archive(WorkflowClient.newInstance(engine.stubs()));
      archive.sweep();
      archive.sweep();
      archive.sweep();
    }

    assertThat(marks("unreadable")).containsExactly("lost");
    assertThat(asked).hasSize(51).doesNotHaveDuplicates();
  }

  /// An engine that gives no history.
  private static PlayedTemporal.Service refusing(Function<WorkflowExecution, Status> refusals) {
    return new PlayedTemporal.Service() {
      @Override
      public void getWorkflowExecutionHistory(
          GetWorkflowExecutionHistoryRequest request,
          StreamObserver<GetWorkflowExecutionHistoryResponse> reply) {
        reply.onError(refusals.apply(request.getExecution()).asRuntimeException());
      }
    };
  }

  @Test
  void an_engine_that_does_not_know_the_namespace_has_lost_nothing() {
    assertThat(HistoryArchive.isForgotten(Status.NOT_FOUND.asRuntimeException())).isTrue();
    assertThat(
            HistoryArchive.isForgotten(
                StatusUtils.newException(
                    Status.NOT_FOUND.withDescription("a test"),
                    NamespaceNotFoundFailure.getDefaultInstance(),
                    NamespaceNotFoundFailure.getDescriptor())))
        .isFalse();
  }

  /// Actions that ended an hour ago, on an engine that is gone.
  private static void ended(String prefix, int count) {
    STORAGE.execute(
        """
        insert into action
          (id, tenant_id, type, status, resource_type, resource_id, requested_by_id,
           requested_by_type, order_json, created_at, written_at, finished_at, run_id,
           correlation_id)
        select '%s-' || n, 'ten_north', 'create_server', 'succeeded', 'server', 'srv_1', 'usr_1',
          'user', '{}', at, at, at, 'run-' || n, 'cor_1'
        from generate_series(1, %d) n, (values (now() - interval '1 hour')) t (at)
        """
            .formatted(prefix, count),
        """
        insert into action_run (action_id, run_id, ordinal)
        select id, run_id, 1 from action where id like '%s-%%'
        """
            .formatted(prefix));
  }

  private static List<String> marks(String prefix) {
    return STORAGE.asPlatform(() ->
        STORAGE
            .get(Sql.class)
            .of(
                """
                select case when history is null then 'lost' else 'stored' end as mark
                from action_history where starts_with(action_id, :prefix)
                """)
            .with("prefix", prefix)
            .list(row -> row.text("mark")));
  }

  private static HistoryArchive archive(WorkflowClient client) {
    return new HistoryArchive(
        client,
        STORAGE.get(Transactions.class),
        STORAGE.get(EngineTables.class),
        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
  }

  private WorkflowClient away() {
    return WorkflowClient.newInstance(away);
  }

  private static WorkflowServiceStubs nowhere() {
    return WorkflowServiceStubs.newServiceStubs(
        quick().setTarget(NOWHERE).validateAndBuildWithDefaults());
  }

  private static WorkflowServiceStubsOptions.Builder quick() {
    return WorkflowServiceStubsOptions.newBuilder()
        .setRpcRetryOptions(
            RpcRetryOptions.newBuilder()
                .setExpiration(Duration.ofSeconds(1))
                .validateBuildWithDefaults());
  }
}
