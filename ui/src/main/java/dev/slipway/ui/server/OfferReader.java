package dev.slipway.ui.server;

import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import jakarta.inject.Singleton;

/// Reads what can be ordered.
@Singleton
class OfferReader {
  private final CatalogService catalog;

  OfferReader(CatalogService catalog) {
    this.catalog = catalog;
  }

  Offer read(Caller caller) {
    return new Offer(
        catalog.plans(caller),
        catalog.locations(caller),
        catalog.images(caller),
        catalog.networks(caller));
  }
}
