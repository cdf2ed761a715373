package dev.slipway.ui.server;

import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.sshkey.SshKeyService;
import dev.slipway.workflows.page.PageRequest;
import jakarta.inject.Singleton;

/// Reads what can be ordered.
@Singleton
class OfferReader {
  private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_PER_PAGE);

  private final CatalogService catalog;
  private final SshKeyService keys;

  OfferReader(CatalogService catalog, SshKeyService keys) {
    this.catalog = catalog;
    this.keys = keys;
  }

  SshKeyService keys() {
    return keys;
  }

  Offer read(Caller caller) {
    return new Offer(
        catalog.plans(caller),
        catalog.locations(caller),
        catalog.images(caller),
        catalog.networks(caller),
        keys.list(caller, ALL).items());
  }
}
