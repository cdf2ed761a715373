package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.api.sshkey.SshKeyService;
import dev.slipway.ui.action.OrderedPartsReader;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.sshkey.SshKeyId;
import jakarta.inject.Singleton;
import java.util.List;

/// Reads what a server was ordered with.
@Singleton
class OrderedServerReader {
  private final ServerService servers;
  private final SshKeyService keys;
  private final CatalogService catalog;
  private final OrderedPartsReader parts;

  OrderedServerReader(
      ServerService servers, SshKeyService keys, CatalogService catalog, OrderedPartsReader parts) {
    this.servers = servers;
    this.keys = keys;
    this.catalog = catalog;
    this.parts = parts;
  }

  OrderedServer read(Caller caller, Server server) {
    var order = servers.orderOf(caller, server.id());
    return new OrderedServer(
        parts.of(caller, server),
        order.networks().stream().map(code -> network(caller, server, code)).toList(),
        keyNames(caller, order.sshKeys()));
  }

  private String network(Caller caller, Server server, String code) {
    return catalog.networks(caller).stream()
        .filter(each -> each.isAt(server.location(), code))
        .map(OrderedServerReader::shown)
        .findFirst()
        .orElse(code);
  }

  private static String shown(Network network) {
    return text("server.network", network.name(), network.cidr());
  }

  private List<String> keyNames(Caller caller, List<String> ids) {
    var wanted = ids.stream().map(SshKeyId::new).toList();
    var names = keys.names(caller, wanted);
    return wanted.stream().map(id -> names.getOrDefault(id, id.value())).toList();
  }
}
