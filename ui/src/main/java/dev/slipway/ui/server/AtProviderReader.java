package dev.slipway.ui.server;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.tenant.TenantService;
import dev.slipway.ui.server.AtProvider.Made;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads where a server stands at its provider.
@Singleton
class AtProviderReader {
  private static final PageRequest NEWEST = new PageRequest(1, 1);

  private final ActionService actions;
  private final CatalogService catalog;
  private final TenantService tenants;

  AtProviderReader(ActionService actions, CatalogService catalog, TenantService tenants) {
    this.actions = actions;
    this.catalog = catalog;
    this.tenants = tenants;
  }

  /// Empty for callers who must not know.
  Optional<AtProvider> read(Caller caller, Server server) {
    if (!caller.isOperator()) {
      return Optional.empty();
    }
    var creation = new ActionFilter(Set.of(), ActionType.CREATE_SERVER, server.id().value(), null);
    var made =
        actions.list(caller, creation, NEWEST).items().stream()
            .flatMap(action -> action.steps().stream())
            .flatMap(AtProviderReader::madeBy)
            .toList();
    return Optional.of(
        new AtProvider(
            tenants.name(caller, server.tenantId()), provider(caller, server.location()), made));
  }

  private static Stream<Made> madeBy(ActionStep step) {
    var id = step.externalId();
    return id == null ? Stream.empty() : Stream.of(new Made(step.label(), id));
  }

  private String provider(Caller caller, String location) {
    return catalog.locations(caller).stream()
        .filter(each -> each.code().equals(location))
        .map(each -> each.provider() + "/" + each.code())
        .findFirst()
        .orElse(location);
  }
}
