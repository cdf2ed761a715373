package dev.slipway.ui.server;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.server.Server;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a page of servers with what is being done to them.
@Singleton
class ServerReader {
  private final ServerService servers;
  private final ActionService actions;
  private final CatalogService catalog;

  ServerReader(ServerService servers, ActionService actions, CatalogService catalog) {
    this.servers = servers;
    this.actions = actions;
    this.catalog = catalog;
  }

  ServerListing read(Caller caller, ServerQuery query) {
    var page = servers.list(caller, query.filter(), query.request());
    var running = actionsOn(caller, page.items());
    var names = CatalogNames.read(catalog, caller);
    var rows =
        page.items().stream()
            .map(server ->
                new ServerRow(
                    server,
                    actionOf(server, running),
                    names.plan(server),
                    names.image(server),
                    names.place(server)))
            .toList();
    return new ServerListing(
        page, rows, servers.countByStatus(caller), servers.countDelayed(caller));
  }

  private Map<ActionId, Action> actionsOn(Caller caller, List<Server> listed) {
    var ids = listed.stream().map(Server::action).filter(Objects::nonNull).toList();
    return actions.findAll(caller, ids).stream()
        .collect(Collectors.toMap(Action::id, Function.identity()));
  }

  private static @Nullable Action actionOf(Server server, Map<ActionId, Action> running) {
    var id = server.action();
    return id == null ? null : running.get(id);
  }
}
