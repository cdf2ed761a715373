package dev.slipway.ui.server;

import dev.slipway.workflows.server.ServerId;

/// The ways to the pages about servers.
public final class ServerNavigation {
  /// The path of the list.
  public static final String LIST = "servers";

  /// The path of the order.
  public static final String ORDER = "servers/new";

  private ServerNavigation() {}

  /// The page of one server.
  public static String path(ServerId id) {
    return LIST + "/" + id;
  }
}
