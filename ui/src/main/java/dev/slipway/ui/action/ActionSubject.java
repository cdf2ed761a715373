package dev.slipway.ui.action;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.PageSubject;
import dev.slipway.workflows.action.ActionId;
import jakarta.inject.Singleton;

/// The action of its page.
@Singleton
final class ActionSubject implements PageSubject {
  private final ActionService actions;

  ActionSubject(ActionService actions) {
    this.actions = actions;
  }

  @Override
  public Class<? extends Page> page() {
    return ActionView.class;
  }

  @Override
  public void find(Caller caller, String id) {
    actions.find(caller, new ActionId(id));
  }
}
