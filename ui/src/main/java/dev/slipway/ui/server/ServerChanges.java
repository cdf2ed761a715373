package dev.slipway.ui.server;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.PageLimits;
import dev.slipway.api.server.Destruction;
import dev.slipway.api.server.Destruction.Confirmation;
import dev.slipway.api.server.ServerChange;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.server.Server;
import jakarta.inject.Singleton;

/// Carries out what somebody changes about a server on its page.
@Singleton
class ServerChanges {
  private final ServerService servers;
  private final Destruction destruction;
  private final PageLimits limits;
  private final Live live;

  ServerChanges(ServerService servers, Destruction destruction, PageLimits limits, Live live) {
    this.servers = servers;
    this.destruction = destruction;
    this.limits = limits;
    this.live = live;
  }

  Live live() {
    return live;
  }

  Server present(Caller caller, Server seen) {
    return servers.find(caller, seen.id());
  }

  /// Changes a server unless somebody else changed the same parts since it was seen. What only
  /// progress wrote, such as an address, is in nobody's way.
  ///
  /// @throws ProblemException `precondition_failed`, `invalid_input`, `rate_limit_exceeded`
  /// @throws dev.slipway.workflows.server.NameTakenException when the tenant has the new name
  Server change(Caller caller, Server seen, ServerChange change) {
    limits.change(caller);
    return servers.update(caller, seen.id(), change, present -> hasSameParts(seen, present));
  }

  static boolean hasSameParts(Server one, Server other) {
    return one.name().equals(other.name())
        && one.labels().equals(other.labels())
        && one.isProtected() == other.isProtected();
  }

  /// Takes back the order of an unfinished server.
  ///
  /// @param typed the name as somebody typed it
  /// @param key the dialog's own: pressed twice it is one wish
  Action cancel(Caller caller, Server server, String typed, String key) {
    limits.change(caller);
    return destruction.destroy(
        caller, server.id(), new Confirmation(typed, null), key, asked -> {});
  }
}
