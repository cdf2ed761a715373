package dev.slipway.ui.action;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.PageLimits;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.workflows.action.ActionId;
import jakarta.inject.Singleton;

/// Makes senders of commands for one action and one reader.
@Singleton
class Commands {
  private final ActionService actions;
  private final PageLimits limits;
  private final Live live;

  Commands(ActionService actions, PageLimits limits, Live live) {
    this.actions = actions;
    this.limits = limits;
    this.live = live;
  }

  Live live() {
    return live;
  }

  CommandSender by(Caller caller, ActionId id, Runnable afterwards) {
    return (at, request, refused) ->
        live.apart(
            at,
            () -> {
              limits.change(caller);
              return actions.command(caller, id, request, CommandSender.newUpdateId());
            },
            action -> afterwards.run(),
            refused);
  }
}
