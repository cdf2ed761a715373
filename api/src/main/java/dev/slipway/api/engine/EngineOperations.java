package dev.slipway.api.engine;

import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.worker.QueueRecord;
import dev.slipway.workflows.worker.WorkerRecord;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What operators see of the engine.
interface EngineOperations {

  @Get("/temporal")
  TemporalBody temporal();

  @Get("/workers")
  WorkerList workers(
      @Nullable @QueryValue String page, @Nullable @QueryValue("per_page") String size);

  @Post("/workers/{id}/drain")
  @Status(HttpStatus.ACCEPTED)
  HttpResponse<WorkerAnswer> drain(
      @PathVariable String id, @Nullable @Header(Idempotency.HEADER) String key);

  @Get("/queues")
  QueueList queues(
      @Nullable @QueryValue String page, @Nullable @QueryValue("per_page") String size);

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
  record WorkerList(List<WorkerBody> workers, ListMeta meta) {

    static WorkerList of(Page<WorkerRecord> workers) {
      return new WorkerList(workers.map(WorkerBody::of).items(), ListMeta.of(workers));
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
          worker.id(),
          worker.build(),
          worker.queues(),
          worker.status().code(),
          worker.lastSeenAt());
    }
  }

  /// Task queues.
  @Wire
  record QueueList(List<QueueBody> queues, ListMeta meta) {

    static QueueList of(Page<QueueRecord> queues) {
      return new QueueList(queues.map(QueueBody::of).items(), ListMeta.of(queues));
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
      String queue, long depth, @Nullable Instant oldestAt, long running, int priority) {

    static QueueBody of(QueueRecord queue) {
      return new QueueBody(
          queue.queue(), queue.depth(), queue.oldestAt(), queue.running(), queue.priority());
    }
  }
}
