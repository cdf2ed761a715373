package dev.slipway.activities.temporal;

import dev.slipway.activities.storage.StartupWait;
import dev.slipway.workflows.step.SearchAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first contact of a worker with Temporal: waits for one that is not up yet, as it is when
/// both were started at once, and makes the search attributes known to it.
@Singleton
class EngineContact {

  private static final Logger LOG = LoggerFactory.getLogger(EngineContact.class);
  private static final List<SearchAttributeKey<String>> KEYS =
      List.of(
          SearchAttributes.TENANT,
          SearchAttributes.SERVER,
          SearchAttributes.ACTION_TYPE,
          SearchAttributes.ATTENTION);

  private final WorkflowServiceStubs stubs;
  private final TemporalConfiguration temporal;

  EngineContact(WorkflowServiceStubs stubs, TemporalConfiguration temporal) {
    this.stubs = stubs;
    this.temporal = temporal;
  }

  /// Whether Temporal answers within two seconds.
  boolean isReachable() {
    return absence().isEmpty();
  }

  private Optional<Exception> absence() {
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(2, TimeUnit.SECONDS)
          .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
      return Optional.empty();
    } catch (StatusRuntimeException away) {
      return away.getStatus().getCode() == Status.Code.UNIMPLEMENTED
          ? Optional.empty()
          : Optional.of(away);
    }
  }

  /// Returns once Temporal answers and knows the search attributes it lets itself be told.
  ///
  /// @throws IllegalStateException when it stays away for longer than is configured
  void open() {
    new StartupWait(
            "Temporal",
            temporal.address(),
            temporal.startPatience(),
            "slipway.temporal.start-patience")
        .until(this::absence);
    KEYS.forEach(this::register);
  }

  private void register(SearchAttributeKey<String> key) {
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(stubs.getRawChannel())
                .validateAndBuildWithDefaults());
    try {
      operator
          .blockingStub()
          .addSearchAttributes(
              AddSearchAttributesRequest.newBuilder()
                  .setNamespace(temporal.namespace())
                  .putSearchAttributes(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                  .build());
    } catch (StatusRuntimeException refused) {
      if (refused.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        LOG.warn(
            "Temporal did not let a search attribute be added, no workflow starts unless it is"
                + " there attribute={} namespace={} reason={}",
            key.getName(),
            temporal.namespace(),
            refused.getMessage());
      }
    }
  }
}
