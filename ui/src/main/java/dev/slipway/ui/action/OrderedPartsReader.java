package dev.slipway.ui.action;

import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.part.Amounts;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.server.Server;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Reads the names and the price of what was ordered.
@Singleton
public class OrderedPartsReader {
  private final CatalogService catalog;
  private final InputOptionsReader options;

  OrderedPartsReader(CatalogService catalog, InputOptionsReader options) {
    this.catalog = catalog;
    this.options = options;
  }

  /// The names and the price of a server.
  public OrderedParts of(Caller caller, Server server) {
    var plan = planOf(caller, server);
    return new OrderedParts(
        Amounts.size(plan.map(ServerPlan::name).orElse(server.plan()), server.size()),
        catalog.images(caller).stream()
            .filter(image -> image.code().equals(server.image()))
            .map(Image::name)
            .findFirst()
            .orElse(server.image()),
        catalog.locations(caller).stream()
            .filter(location -> location.code().equals(server.location()))
            .map(Location::name)
            .findFirst()
            .orElse(server.location()),
        plan.map(ServerPlan::trafficGib).filter(gib -> gib > 0).map(Amounts::traffic).orElse(""),
        plan.map(each -> Amounts.monthly(each.priceOf(server.size()))).orElse(""));
  }

  /// What could be ordered in place of it.
  InputOptions options(Caller caller) {
    return options.read(caller);
  }

  private Optional<ServerPlan> planOf(Caller caller, Server server) {
    return catalog.plans(caller).stream()
        .filter(plan -> plan.code().equals(server.plan()))
        .findFirst();
  }
}
