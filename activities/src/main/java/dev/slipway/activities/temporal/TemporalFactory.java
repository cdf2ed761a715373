package dev.slipway.activities.temporal;

import dev.slipway.workflows.step.StepContextPropagator;
import dev.slipway.workflows.step.WireJson;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Makes the client. It connects when it is first used, so the API lives while Temporal is away.
@Factory
class TemporalFactory {

  @Singleton
  @Bean(preDestroy = "shutdown")
  WorkflowServiceStubs stubs(TemporalConfiguration temporal) {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(temporal.address())
            .setRpcTimeout(Duration.ofSeconds(5))
            .setGrpcCompression(compression(temporal))
            .validateAndBuildWithDefaults());
  }

  /// On one machine compressing costs both sides more than it saves.
  private static GrpcCompression compression(TemporalConfiguration temporal) {
    return temporal.isBeside() ? GrpcCompression.NONE : GrpcCompression.GZIP;
  }

  @Singleton
  WorkflowClient client(WorkflowServiceStubs stubs, TemporalConfiguration temporal) {
    return WorkflowClient.newInstance(
        stubs,
        WorkflowClientOptions.newBuilder()
            .setNamespace(temporal.namespace())
            .setIdentity("slipway@" + ProcessHandle.current().pid())
            .setDataConverter(WireJson.CONVERTER)
            .setContextPropagators(List.of(new StepContextPropagator()))
            .build());
  }
}
