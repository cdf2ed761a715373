package dev.slipway.workflows.server;

/// A tenant has a server of that name already.
public final class NameTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param name the name that is taken
  public NameTakenException(ServerName name) {
    super("The name " + name + " is taken");
  }
}
