package dev.slipway.ui.dashboard;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerFilter;
import jakarta.inject.Singleton;
import java.util.List;

/// Reads how the servers stand.
@Singleton
class FleetReader {
  private static final PageRequest FEW = new PageRequest(1, 6);

  private final ServerService servers;
  private final ActionService actions;

  FleetReader(ServerService servers, ActionService actions) {
    this.servers = servers;
    this.actions = actions;
  }

  Fleet read(Caller caller) {
    return new Fleet(
        servers.countByStatus(caller),
        actions.countUnfinished(caller),
        servers.usage(caller),
        servers.quota(caller).limit());
  }

  List<Server> newest(Caller caller) {
    return servers.list(caller, ServerFilter.ALL, FEW).items();
  }
}
