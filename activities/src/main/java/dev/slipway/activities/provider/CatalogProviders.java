package dev.slipway.activities.provider;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Looks up a location's provider in the catalogue, once: a location never changes hands.
@Singleton
final class CatalogProviders implements Providers {

  private final Catalog catalog;
  private final Transactions transactions;
  private final Map<String, ProviderAdapter> adapters;
  private final Map<String, ComputeProvider> known = new ConcurrentHashMap<>();

  CatalogProviders(Catalog catalog, Transactions transactions, List<ProviderAdapter> adapters) {
    this.catalog = catalog;
    this.transactions = transactions;
    this.adapters =
        adapters.stream().collect(toUnmodifiableMap(ProviderAdapter::name, Function.identity()));
  }

  @Override
  public Optional<ComputeProvider> find(String location) {
    ComputeProvider provider = known.get(location);
    return provider == null ? lookUp(location) : Optional.of(provider);
  }

  private Optional<ComputeProvider> lookUp(String code) {
    return transactions
        .in(Scope.PLATFORM, () -> catalog.location(code))
        .map(location -> known.computeIfAbsent(location.code(), same -> adapterOf(location)));
  }

  private ComputeProvider adapterOf(Location location) {
    ProviderAdapter adapter = adapters.get(location.provider());
    if (adapter == null) {
      throw new ProviderException(
          FailureClass.UNSUPPORTED,
          "%s is at %s, for which there is no adapter"
              .formatted(location.code(), location.provider()));
    }
    return adapter.at(location.code());
  }
}
