package dev.slipway.workflows.capacity;

import dev.slipway.workflows.server.ServerSize;

/// What providers say about room, for those who think of an order.
public interface Capacities {

  /// Whether there is room for a machine at this moment. It holds none, so that an order right
  /// after may find it otherwise. Call it outside a transaction: a provider may take its time.
  ///
  /// @param location the location's code
  /// @return `UNKNOWN` also where the provider does not answer
  /// @throws dev.slipway.workflows.tenant.StorageUnavailableException when our database is away
  Room roomFor(String location, ServerSize size);
}
