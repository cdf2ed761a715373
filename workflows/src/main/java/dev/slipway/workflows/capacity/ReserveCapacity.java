package dev.slipway.workflows.capacity;

import dev.slipway.workflows.server.ServerSize;

/// Asks a location to hold room for a server.
///
/// @param tenant the tenant's id, a label on what is held
/// @param server the server's id
/// @param location the location's code
/// @param size what it must hold
public record ReserveCapacity(String tenant, String server, String location, ServerSize size) {

  /// The same somewhere else.
  public ReserveCapacity at(String other) {
    return new ReserveCapacity(tenant, server, other, size);
  }
}
