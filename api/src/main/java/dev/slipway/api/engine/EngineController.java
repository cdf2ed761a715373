package dev.slipway.api.engine;

import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.Once;
import dev.slipway.api.http.PageQuery;
import dev.slipway.api.http.Reply;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Callers;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.worker.WorkerRecord;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Routes of the engine.
@Tag(name = "Operators")
@Controller("/api/v1/admin")
@Permitted(Permission.ENGINE_VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EngineController implements EngineOperations {

  private final EngineService engine;
  private final Callers callers;
  private final Idempotency idempotency;

  EngineController(EngineService engine, Callers callers, Idempotency idempotency) {
    this.engine = engine;
    this.callers = callers;
    this.idempotency = idempotency;
  }

  /// How Temporal does.
  @Override
  public TemporalBody temporal() {
    return TemporalBody.of(engine.status(callers.current()));
  }

  /// Every worker seen in the last day, newest heartbeat first.
  @Override
  public WorkerList workers(@Nullable String page, @Nullable String size) {
    var request = PageQuery.of(page, size);
    return WorkerList.of(Page.of(engine.workers(callers.current()), request));
  }

  /// Asks a worker to take no more work and to finish what it has; it learns of it within seconds,
  /// wherever it runs. 409 `conflict` for one that is offline.
  @Override
  @Permitted(Permission.ENGINE_MANAGE)
  public HttpResponse<WorkerAnswer> drain(String id, @Nullable String key) {
    Caller caller = callers.current();
    return idempotency.once(
        new Once(caller, "POST /admin/workers/{id}/drain", id, key, null),
        WorkerAnswer.class,
        receipt -> drained(engine.drain(caller, id, asked -> receipt.accept(drained(asked)))));
  }

  private static Reply<WorkerAnswer> drained(WorkerRecord asked) {
    return new Reply<>(202, null, new WorkerAnswer(WorkerBody.of(asked)));
  }

  /// What each task queue has to do.
  @Override
  public QueueList queues(@Nullable String page, @Nullable String size) {
    var request = PageQuery.of(page, size);
    return QueueList.of(Page.of(engine.queues(callers.current()), request));
  }
}
