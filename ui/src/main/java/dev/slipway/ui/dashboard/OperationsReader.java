package dev.slipway.ui.dashboard;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.engine.EngineService;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.page.PageRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Reads what only operators see.
@Singleton
class OperationsReader {
  private static final PageRequest FEW = new PageRequest(1, 6);

  private final ActionService actions;
  private final EngineService engine;

  OperationsReader(ActionService actions, EngineService engine) {
    this.actions = actions;
    this.engine = engine;
  }

  /// Empty for who is no operator.
  Optional<Operations> read(Caller caller) {
    return caller.isOperator()
        ? Optional.of(
            new Operations(actions.attention(caller, FEW).items(), engine.workers(caller)))
        : Optional.empty();
  }
}
