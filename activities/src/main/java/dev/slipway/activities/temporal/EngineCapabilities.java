package dev.slipway.activities.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.ListSchedulesRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// What the engine can do beyond running workflows, found out by asking it for each.
@Singleton
class EngineCapabilities {

  /// Something an engine may not have.
  enum Capability {
    SCHEDULES {
      @Override
      void use(WorkflowServiceBlockingStub engine, String namespace) {
        var _ =
            engine.listSchedules(
                ListSchedulesRequest.newBuilder()
                    .setNamespace(namespace)
                    .setMaximumPageSize(1)
                    .build());
      }
    },
    VISIBILITY {
      @Override
      void use(WorkflowServiceBlockingStub engine, String namespace) {
        var _ =
            engine.listWorkflowExecutions(
                ListWorkflowExecutionsRequest.newBuilder()
                    .setNamespace(namespace)
                    .setPageSize(1)
                    .build());
      }
    },
    /// Asked of a workflow that never was, so nothing is reset.
    RESET {
      @Override
      void use(WorkflowServiceBlockingStub engine, String namespace) {
        var _ =
            engine.resetWorkflowExecution(
                ResetWorkflowExecutionRequest.newBuilder()
                    .setNamespace(namespace)
                    .setWorkflowExecution(
                        WorkflowExecution.newBuilder().setWorkflowId("slipway-probe"))
                    .setWorkflowTaskFinishEventId(4)
                    .setRequestId("slipway-probe")
                    .build());
      }
    };

    abstract void use(WorkflowServiceBlockingStub engine, String namespace);
  }

  private final WorkflowServiceStubs stubs;
  private final TemporalConfiguration temporal;
  private final Map<Capability, Boolean> known = new ConcurrentHashMap<>();

  EngineCapabilities(WorkflowServiceStubs stubs, TemporalConfiguration temporal) {
    this.stubs = stubs;
    this.temporal = temporal;
  }

  /// Whether the engine has it; once it answered, that is kept. While it never answered it has
  /// nothing.
  boolean has(Capability capability) {
    Boolean there = known.get(capability);
    if (there == null) {
      ask(capability).ifPresent(answer -> known.put(capability, answer));
      there = known.get(capability);
    }
    return Boolean.TRUE.equals(there);
  }

  // nobody waits: /health/ready asks too, and is asked again
  private Optional<Boolean> ask(Capability capability) {
    try {
      capability.use(
          stubs.blockingStub().withDeadlineAfter(500, TimeUnit.MILLISECONDS), temporal.namespace());
      return Optional.of(true);
    } catch (StatusRuntimeException failure) {
      return answerOf(failure);
    }
  }

  private static Optional<Boolean> answerOf(StatusRuntimeException failure) {
    return switch (failure.getStatus().getCode()) {
      case UNIMPLEMENTED -> Optional.of(false);
      case INVALID_ARGUMENT -> Optional.of(true);
      case NOT_FOUND -> Optional.of(true).filter(there -> HistoryArchive.isForgotten(failure));
      default -> Optional.empty();
    };
  }
}
