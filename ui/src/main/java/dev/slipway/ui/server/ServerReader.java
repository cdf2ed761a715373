package dev.slipway.ui.server;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.http.StorableText;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.api.tenant.TenantService;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.HashSet;
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
  private final TenantService tenants;

  ServerReader(
      ServerService servers, ActionService actions, CatalogService catalog, TenantService tenants) {
    this.servers = servers;
    this.actions = actions;
    this.catalog = catalog;
    this.tenants = tenants;
  }

  /// Tenants that this reader may choose from.
  TenantChoice.Source tenantsFor(Caller caller) {
    return new TenantChoice.Source() {
      @Override
      public boolean isOffered() {
        return caller.isOperator();
      }

      @Override
      public List<TenantChoice> find(String words, int most) {
        return tenants.find(caller, StorableText.of(words), most).stream()
            .map(tenant -> new TenantChoice(tenant.id().value(), tenant.name()))
            .toList();
      }
    };
  }

  ServerListing read(Caller caller, ServerQuery query) {
    var page = servers.list(caller, query.filter(), query.request());
    var running = actionsOn(caller, page.items());
    var names = CatalogNames.read(catalog, caller);
    var tenantNames = tenantsOf(caller, page.items(), query.scope());
    var rows =
        page.items().stream()
            .map(server ->
                new ServerRow(
                    server,
                    actionOf(server, running),
                    names.plan(server),
                    names.image(server),
                    names.place(server),
                    tenantNames.get(server.tenantId().value())))
            .toList();
    return new ServerListing(
        page,
        rows,
        names.places(),
        tenantNames.getOrDefault(query.scope().tenant(), query.scope().tenant()),
        servers.count(caller, query.filter()),
        existing(caller));
  }

  private long existing(Caller caller) {
    return servers.countByStatus(caller).values().stream().mapToLong(Long::longValue).sum();
  }

  /// One look for all of them, and none for who sees only his own.
  private Map<String, String> tenantsOf(Caller caller, List<Server> listed, ServerScope scope) {
    var ids = listed.stream().map(Server::tenantId).collect(Collectors.toCollection(HashSet::new));
    TenantId.find(scope.tenant()).ifPresent(ids::add);
    return tenants.names(caller, ids).entrySet().stream()
        .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
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
