package dev.slipway.ui.action;

import dev.slipway.api.engine.EngineService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;

/// The way from an action to the same story in Temporal's own UI, for operators.
@Singleton
class EngineLink {
  private final EngineService engine;
  private final Live live;

  EngineLink(EngineService engine, Live live) {
    this.engine = engine;
    this.live = live;
  }

  /// Shows the link once the engine has said where its UI is, which may take a while.
  void show(Caller caller, ActionId id, OrderFacts facts) {
    if (caller.may(Permission.ENGINE_VIEW)) {
      live.apart(
          facts, () -> engine.status(caller), status -> facts.linkTo(address(status, id)), e -> {});
    }
  }

  private static String address(EngineStatus status, ActionId id) {
    var base = status.webUiUrl();
    return base == null ? "" : base + "/namespaces/" + status.namespace() + "/workflows/" + id;
  }
}
