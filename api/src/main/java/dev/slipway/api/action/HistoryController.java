package dev.slipway.api.action;

import dev.slipway.api.engine.EngineService;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Callers;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Route of an action's history in the engine.
@Tag(name = "Actions")
@Controller("/api/v1/actions")
@Permitted(Permission.ENGINE_VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HistoryController implements HistoryOperations {

  private final EngineService engine;
  private final Callers callers;

  HistoryController(EngineService engine, Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /// The action's history in the engine: that of its last run, or of the run that `run` counts,
  /// from 1. An action has more than one run when it was started again.
  @Override
  public String history(String id, @Nullable String run) {
    return engine.history(callers.current(), ActionIds.of(id), runOf(run));
  }

  private static int runOf(@Nullable String given) {
    if (given == null) {
      return 0;
    }
    if (!given.matches("[1-9][0-9]{0,5}")) {
      throw ProblemException.invalid("/run", "out_of_range", "run counts the runs, from 1.");
    }
    return Integer.parseInt(given);
  }
}
