package dev.slipway.api.engine;

import dev.slipway.api.security.Callers;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Routes of the engine.
@Tag(name = "Operators")
@Controller("/api/v1/admin")
@Permitted(Permission.ENGINE_VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EngineController implements EngineOperations {

  private final EngineService engine;
  private final Callers callers;

  EngineController(EngineService engine, Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /// How Temporal does.
  @Override
  public TemporalBody temporal() {
    return TemporalBody.of(engine.status(callers.current()));
  }

  /// Every worker seen in the last day, newest heartbeat first.
  @Override
  public WorkerList workers() {
    return WorkerList.of(engine.workers(callers.current()));
  }
}
