package dev.slipway.ui.server;

import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.workflows.server.ServerId;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Reads what the page of a server shows.
@Singleton
class ServerDetailReader {
  private final ServerService servers;
  private final OrderedServerReader orders;
  private final ServerWorkReader work;
  private final AtProviderReader providers;

  ServerDetailReader(
      ServerService servers,
      OrderedServerReader orders,
      ServerWorkReader work,
      AtProviderReader providers) {
    this.servers = servers;
    this.orders = orders;
    this.work = work;
    this.providers = providers;
  }

  /// @throws dev.slipway.api.http.ProblemException `not_found`
  ServerReading read(Caller caller, ServerId id, Instant now) {
    var server = servers.find(caller, id);
    var order = orders.read(caller, server);
    var present = work.read(caller, id);
    var row =
        new ServerRow(
            server,
            present.lane().holder(),
            order.parts().plan(),
            order.parts().image(),
            order.parts().location(),
            null);
    return new ServerReading(row, order, present, providers.read(caller, server), now);
  }
}
