package dev.slipway.ui.server;

/// The ways to the pages about servers.
public final class ServerNavigation {
  /// The path of the list.
  public static final String LIST = "servers";

  /// The path of the order.
  public static final String ORDER = "servers/new";

  private ServerNavigation() {}
}
