package dev.slipway.api.engine;

import dev.slipway.api.http.Wire;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.worker.WorkerRecord;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What operators see of the engine.
interface EngineOperations {

  @Get("/temporal")
  TemporalBody temporal();

  @Get("/workers")
  WorkerList workers();

  /// Temporal.
  @Wire
  record TemporalBody(Temporal temporal) {

    static TemporalBody of(EngineStatus status) {
      return new TemporalBody(
          new Temporal(
              status.mode(),
              status.address(),
              status.webUiUrl(),
              status.namespace(),
              status.isReachable() ? "up" : "down",
              status.hasPollers() ? "up" : "down",
              new Capabilities(status.hasSchedules(), status.hasVisibility(), status.hasReset())));
    }
  }

  /// How Temporal does.
  ///
  /// @param mode `external`, `local` or `memory`
  /// @param status `up` or `down`
  /// @param worker `up` when a worker polled lately
  @Wire
  record Temporal(
      String mode,
      String address,
      @Nullable String webUiUrl,
      String namespace,
      String status,
      String worker,
      Capabilities capabilities) {}

  /// What this rung of the engine can do beyond running actions.
  @Wire
  record Capabilities(boolean schedules, boolean visibility, boolean reset) {}

  /// Workers.
  @Wire
  record WorkerList(List<WorkerBody> workers) {

    static WorkerList of(List<WorkerRecord> workers) {
      return new WorkerList(
          workers.stream()
              .map(worker ->
                  new WorkerBody(
                      worker.id(),
                      worker.build(),
                      worker.queues(),
                      worker.status(),
                      worker.lastSeenAt()))
              .toList());
    }
  }

  /// A worker.
  @Wire
  record WorkerBody(
      String id, String build, List<String> queues, String status, Instant lastSeenAt) {}
}
