package dev.slipway.ui.server;

import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.sshkey.SshKeyChanges;
import jakarta.inject.Singleton;

/// Reads what can be ordered.
@Singleton
class OfferReader {
  private final CatalogService catalog;
  private final SshKeyChanges keys;

  OfferReader(CatalogService catalog, SshKeyChanges keys) {
    this.catalog = catalog;
    this.keys = keys;
  }

  SshKeyChanges keys() {
    return keys;
  }

  Offer read(Caller caller) {
    return new Offer(
        catalog.plans(caller),
        catalog.locations(caller),
        catalog.images(caller),
        catalog.networks(caller),
        keys.list(caller).items());
  }
}
