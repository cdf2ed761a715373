package dev.slipway.activities.temporal;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceImplBase;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;

/// A Temporal in this process that answers as a test wants it to.
record PlayedTemporal(Server server, ManagedChannel channel) implements AutoCloseable {

  /// A Temporal that says it is there, and implements nothing else.
  abstract static class Service extends WorkflowServiceImplBase {

    @Override
    public final void getSystemInfo(
        GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> reply) {
      reply.onNext(GetSystemInfoResponse.getDefaultInstance());
      reply.onCompleted();
    }
  }

  static PlayedTemporal by(Service service) throws IOException {
    String name = InProcessServerBuilder.generateName();
    return new PlayedTemporal(
        InProcessServerBuilder.forName(name).addService(service).build().start(),
        InProcessChannelBuilder.forName(name).build());
  }

  /// A client that gives up after a second.
  WorkflowServiceStubs stubs() {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder()
            .setChannel(channel)
            .setRpcRetryOptions(
                RpcRetryOptions.newBuilder()
                    .setExpiration(Duration.ofSeconds(1))
                    .validateBuildWithDefaults())
            .validateAndBuildWithDefaults());
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }
}
