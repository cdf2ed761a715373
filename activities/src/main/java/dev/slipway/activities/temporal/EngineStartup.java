package dev.slipway.activities.temporal;

import dev.slipway.workflows.step.SearchAttributes;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the engine's side up: search attributes, worker, and a first look at everything that was
/// unfinished when the process before ended.
@Singleton
public class EngineStartup {

  private static final Logger LOG = LoggerFactory.getLogger(EngineStartup.class);
  private static final List<SearchAttributeKey<String>> KEYS =
      List.of(
          SearchAttributes.TENANT,
          SearchAttributes.SERVER,
          SearchAttributes.ACTION_TYPE,
          SearchAttributes.ATTENTION);

  private final WorkflowServiceStubs stubs;
  private final TemporalConfiguration temporal;
  private final TemporalWorker worker;
  private final EngineSweeps sweeps;

  EngineStartup(
      WorkflowServiceStubs stubs,
      TemporalConfiguration temporal,
      TemporalWorker worker,
      EngineSweeps sweeps) {
    this.stubs = stubs;
    this.temporal = temporal;
    this.worker = worker;
    this.sweeps = sweeps;
  }

  /// Brings it up; call it once the tables are there.
  public void start() {
    if (!temporal.worker()) {
      return;
    }
    for (SearchAttributeKey<String> key : KEYS) {
      register(key);
    }
    worker.start();
    Thread.startVirtualThread(this::firstLook);
  }

  private void firstLook() {
    try {
      sweeps.start();
      sweeps.watchAll();
    } catch (RuntimeException later) {
      LOG.warn("The first look at unfinished actions failed; the sweeps go on", later);
    }
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
    } catch (StatusRuntimeException there) {
      LOG.debug("Search attribute {} was not added: {}", key.getName(), there.getStatus());
    }
  }
}
