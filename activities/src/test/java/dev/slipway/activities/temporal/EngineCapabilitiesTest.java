package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.temporal.EngineCapabilities.Capability;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.workflowservice.v1.ListSchedulesRequest;
import io.temporal.api.workflowservice.v1.ListSchedulesResponse;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An engine whole is asked where the whole product runs on one.
class EngineCapabilitiesTest {

  @ParameterizedTest
  @EnumSource
  void the_engine_in_memory_has_none(Capability capability) {
    try (var engine = TestWorkflowEnvironment.newInstance()) {
      var capabilities = of(engine.getWorkflowServiceStubs());

      assertThat(capabilities.has(capability)).isFalse();
    }
  }

  @Test
  void it_is_asked_until_it_answers_and_then_believed() throws IOException {
    var service = new Service();
    try (var engine = PlayedTemporal.by(service)) {
      var capabilities = of(engine.stubs());
      assertThat(capabilities.has(Capability.RESET)).isFalse();

      service.answer = Status.UNAUTHENTICATED;
      assertThat(capabilities.has(Capability.RESET)).isFalse();

      service.answer = Status.NOT_FOUND;
      assertThat(capabilities.has(Capability.RESET)).isTrue();

      service.answer = Status.UNAVAILABLE;
      assertThat(capabilities.has(Capability.RESET)).isTrue();
      assertThat(capabilities.has(Capability.SCHEDULES)).isTrue();
      assertThat(capabilities.has(Capability.VISIBILITY)).isFalse();
    }
  }

  private static EngineCapabilities of(WorkflowServiceStubs stubs) {
    return new EngineCapabilities(stubs, TemporalFixtures.inMemory());
  }

  /// Has schedules, no visibility, and says of a reset what it is told to say.
  private static final class Service extends PlayedTemporal.Service {

    private volatile Status answer = Status.UNAVAILABLE;

    @Override
    public void listSchedules(
        ListSchedulesRequest request, StreamObserver<ListSchedulesResponse> reply) {
      reply.onNext(ListSchedulesResponse.getDefaultInstance());
      reply.onCompleted();
    }

    @Override
    public void resetWorkflowExecution(
        ResetWorkflowExecutionRequest request,
        StreamObserver<ResetWorkflowExecutionResponse> reply) {
      reply.onError(answer.asRuntimeException());
    }
  }
}
