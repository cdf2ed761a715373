package dev.slipway.workflows.simulator;

/// No host of a simulated location has room for a machine.
public final class NoRoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param location the location's code
  public NoRoomException(String location, Throwable cause) {
    super("There is no room for this machine in " + location, cause);
  }
}
