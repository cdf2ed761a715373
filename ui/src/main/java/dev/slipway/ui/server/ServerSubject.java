package dev.slipway.ui.server;

import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.PageSubject;
import dev.slipway.workflows.server.ServerId;
import jakarta.inject.Singleton;

/// The server of its page.
@Singleton
final class ServerSubject implements PageSubject {
  private final ServerService servers;

  ServerSubject(ServerService servers) {
    this.servers = servers;
  }

  @Override
  public Class<? extends Page> page() {
    return ServerView.class;
  }

  @Override
  public void find(Caller caller, String id) {
    servers.find(caller, new ServerId(id));
  }
}
