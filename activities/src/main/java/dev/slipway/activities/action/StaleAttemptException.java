package dev.slipway.activities.action;

/// An attempt of a run, or of an action, that is over: it must not have an effect any more.
public sealed class StaleAttemptException extends RuntimeException permits UninformedRunException {

  private static final long serialVersionUID = 1L;

  /// @param action the action's id
  /// @param step the step's id
  public StaleAttemptException(String action, String step) {
    super("an attempt of " + step + " of " + action + " is out of date");
  }
}
