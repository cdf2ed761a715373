package dev.slipway.activities.capacity;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.workflows.capacity.Capacities;
import dev.slipway.workflows.capacity.Room;
import dev.slipway.workflows.server.ServerSize;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// [Capacities] as the providers behind the locations tell of them.
@Singleton
final class ProviderCapacities implements Capacities {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderCapacities.class);

  private final Providers providers;

  ProviderCapacities(Providers providers) {
    this.providers = providers;
  }

  @Override
  public Room roomFor(String location, ServerSize size) {
    try {
      Optional<ComputeProvider> provider = providers.find(location);
      return provider.isPresent() ? provider.get().roomFor(size) : Room.UNKNOWN;
    } catch (ProviderException silent) {
      LOG.info("A provider did not tell whether it has room location={}", location, silent);
      return Room.UNKNOWN;
    }
  }
}
