package dev.slipway.ui.dashboard;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.ServerFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/// Reads how the servers stand.
@Singleton
class FleetReader {
  private static final PageRequest FEW = new PageRequest(1, 6);

  private final ServerService servers;
  private final ActionService actions;
  private final CatalogService catalog;

  FleetReader(ServerService servers, ActionService actions, CatalogService catalog) {
    this.servers = servers;
    this.actions = actions;
    this.catalog = catalog;
  }

  Fleet read(Caller caller) {
    return new Fleet(
        servers.countByStatus(caller),
        actions.countUnfinished(caller),
        servers.usage(caller),
        servers.quota(caller).limit());
  }

  List<NewServer> newest(Caller caller) {
    var plans =
        catalog.plans(caller).stream()
            .collect(Collectors.toMap(ServerPlan::code, ServerPlan::name));
    return servers.list(caller, ServerFilter.ALL, FEW).items().stream()
        .map(server -> new NewServer(server, plans.getOrDefault(server.plan(), server.plan())))
        .toList();
  }
}
