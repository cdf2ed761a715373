package dev.slipway.workflows.simulator;

/// A location that is not simulated, or does not exist.
public final class UnknownSimulatorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param location the code that was asked for
  public UnknownSimulatorException(String location) {
    super("There is no simulated location " + location);
  }
}
