package dev.slipway.workflows.step;

/// A command that does not fit where the action stands. Thrown by validators only, so it refuses
/// the Update and never enters history.
public class CommandRefusedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /// @param why a clause an operator can act on
  public CommandRefusedException(String why) {
    super(why);
  }
}
