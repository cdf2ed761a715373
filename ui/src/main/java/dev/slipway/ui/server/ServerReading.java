package dev.slipway.ui.server;

import dev.slipway.workflows.server.Server;
import java.time.Instant;
import java.util.Optional;

/// All that the page of a server shows at one moment.
///
/// @param atProvider empty for tenants
record ServerReading(
    ServerRow row,
    OrderedServer order,
    ServerWork work,
    Optional<AtProvider> atProvider,
    Instant readAt) {

  Server server() {
    return row.server();
  }

  boolean isOperator() {
    return atProvider.isPresent();
  }
}
