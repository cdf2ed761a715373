package dev.slipway.api.catalog;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/// What can be ordered.
@Singleton
public class CatalogService {

  private final Transactions transactions;
  private final Catalog catalog;

  CatalogService(Transactions transactions, Catalog catalog) {
    this.transactions = transactions;
    this.catalog = catalog;
  }

  /// Every active plan, by price.
  public List<ServerPlan> plans(Caller caller) {
    return read(caller, catalog::plans);
  }

  /// Every active image, by name.
  public List<Image> images(Caller caller) {
    return read(caller, catalog::images);
  }

  /// Every location, by code.
  public List<Location> locations(Caller caller) {
    return read(caller, catalog::locations);
  }

  /// Every network, by location and code.
  public List<Network> networks(Caller caller) {
    return read(caller, catalog::networks);
  }

  private <T> T read(Caller caller, Supplier<T> what) {
    caller.require(Permission.CATALOG_VIEW);
    return transactions.reading(caller.scope(), what);
  }
}
