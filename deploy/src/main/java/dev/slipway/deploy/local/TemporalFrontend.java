package dev.slipway.deploy.local;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Duration;
import java.util.function.Function;

/// The gRPC door of a Temporal on the loopback address.
///
/// @param port where it listens
/// @param namespace the namespace to look for
record TemporalFrontend(int port, String namespace) {

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration CHANGE_LIMIT = Duration.ofSeconds(20);

  String address() {
    return "127.0.0.1:" + port;
  }

  /// True when it serves and knows the namespace. Every look uses a channel of its own, since a
  /// channel that has failed once waits a second before it tries again.
  boolean isReady() {
    if (!LoopbackPorts.answers(port)) {
      return false;
    }
    try {
      var _ = call(this::retention);
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  /// Makes the search attributes known; ones it knows already are fine.
  void registerSearchAttributes() {
    AddSearchAttributesRequest.Builder request =
        AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
    SearchAttribute.KEYWORDS.forEach(
        name -> request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    try {
      var _ = call(channel -> addSearchAttributes(channel, request.build()));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        throw new StartFailedException(
            "registering search attributes at " + address() + ": " + e.getMessage(), e);
      }
    }
  }

  /// Keeps the histories of ended workflows for so long; the server's own default is a day.
  void keepHistories(Duration wanted) {
    try {
      if (!call(this::retention).equals(wanted)) {
        var _ = call(channel -> changeRetention(channel, wanted));
      }
    } catch (StatusRuntimeException e) {
      throw new StartFailedException(
          "setting the retention of " + namespace + " at " + address() + ": " + e.getMessage(), e);
    }
  }

  private Duration retention(ManagedChannel channel) {
    return Duration.ofSeconds(
        WorkflowServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(LIMIT)
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build())
            .getConfig()
            .getWorkflowExecutionRetentionTtl()
            .getSeconds());
  }

  private UpdateNamespaceResponse changeRetention(ManagedChannel channel, Duration wanted) {
    var retention =
        com.google.protobuf.Duration.newBuilder().setSeconds(wanted.toSeconds()).build();
    return WorkflowServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(CHANGE_LIMIT)
        .updateNamespace(
            UpdateNamespaceRequest.newBuilder()
                .setNamespace(namespace)
                .setConfig(NamespaceConfig.newBuilder().setWorkflowExecutionRetentionTtl(retention))
                .build());
  }

  private static AddSearchAttributesResponse addSearchAttributes(
      ManagedChannel channel, AddSearchAttributesRequest request) {
    return OperatorServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(CHANGE_LIMIT)
        .addSearchAttributes(request);
  }

  private <T> T call(Function<ManagedChannel, T> call) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(address(), InsecureChannelCredentials.create()).build();
    try {
      return call.apply(channel);
    } finally {
      channel.shutdownNow();
    }
  }
}
