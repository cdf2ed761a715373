package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.workflows.server.Server;

/// What stands in place of an address that a server has not: it may still come while the server is
/// built, and never comes to one that was ordered without a public network.
final class NoAddress {

  private NoAddress() {}

  static String words(Server server) {
    return text(server.status().isUnfinished() ? "servers.address.none" : "server.address.none");
  }
}
