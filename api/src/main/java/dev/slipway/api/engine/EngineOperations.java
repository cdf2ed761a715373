package dev.slipway.api.engine;

import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.worker.QueueRecord;
import dev.slipway.workflows.worker.WorkerRecord;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What operators see of the engine.
interface EngineOperations {

  @Get("/temporal")
  TemporalBody temporal();

  @Get("/workers")
  WorkerList workers();

  @Post("/workers/{id}/drain")
  @Status(HttpStatus.ACCEPTED)
  HttpResponse<WorkerAnswer> drain(
      @PathVariable String id, @Nullable @Header(Idempotency.HEADER) String key);

  @Get("/queues")
  QueueList queues();

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
      return new WorkerList(workers.stream().map(WorkerBody::of).toList());
    }
  }

  /// A worker, wrapped by its noun.
  @Wire
  record WorkerAnswer(WorkerBody worker) {}

  /// A worker.
  ///
  /// @param status `online`, `draining` or `offline`
  @Wire
  record WorkerBody(
      String id, String build, List<String> queues, String status, Instant lastSeenAt) {

    static WorkerBody of(WorkerRecord worker) {
      return new WorkerBody(
          worker.id(), worker.build(), worker.queues(), worker.status(), worker.lastSeenAt());
    }
  }

  /// Task queues.
  @Wire
  record QueueList(List<QueueBody> queues) {

    static QueueList of(List<QueueRecord> queues) {
      return new QueueList(
          queues.stream()
              .map(queue ->
                  new QueueBody(
                      queue.queue(),
                      queue.depth(),
                      queue.oldestAt(),
                      queue.running(),
                      queue.priority()))
              .toList());
    }
  }

  /// A task queue.
  ///
  /// @param depth actions that are due and no worker has taken up
  /// @param oldestAt since when the oldest of them waits, null when there is none
  /// @param running actions a worker is at
  /// @param priority how its tasks are ranked, 1 first to 5 last
  @Wire
  record QueueBody(
      String queue, long depth, @Nullable Instant oldestAt, long running, int priority) {}
}
