package dev.slipway.deploy.bench.bare;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import jakarta.annotation.PreDestroy;

/// A worker set as Slipway sets its own.
@Context
@Requires(env = BareApplication.ENVIRONMENT)
@Requires(property = "bare.temporal", notEquals = "none")
final class BareWorker {

  private final WorkflowServiceStubs stubs;
  private final WorkerFactory factory;

  BareWorker(@Property(name = "bare.temporal") String address) {
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address)
                .setGrpcCompression(GrpcCompression.NONE)
                .build());
    factory =
        WorkerFactory.newInstance(
            WorkflowClient.newInstance(stubs),
            WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    Worker worker =
        factory.newWorker(
            BareWorkflow.QUEUE,
            WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(200)
                .setDefaultDeadlockDetectionTimeout(10_000)
                .setUsingVirtualThreadsOnActivityWorker(true)
                .build());
    worker.registerWorkflowImplementationTypes(BareWorkflowImpl.class);
    BareActivities nothing = (answer, padding) -> BareLoad.text(answer);
    worker.registerActivitiesImplementations(nothing);
    factory.start();
  }

  @PreDestroy
  void stop() {
    factory.shutdownNow();
    stubs.shutdownNow();
  }
}
