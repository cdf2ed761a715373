package dev.slipway.activities.action;

/// An attempt of a run that does not know what was decided, as after a reset: it must have no
/// effect, and its action is to go on under a run that does know.
public final class UninformedRunException extends StaleAttemptException {

  private static final long serialVersionUID = 1L;

  private final String action;
  private final String run;

  UninformedRunException(AttemptRecord attempt) {
    super(attempt.context().action(), attempt.context().step());
    this.action = attempt.context().action();
    this.run = attempt.runId();
  }

  /// The action's id.
  public String action() {
    return action;
  }

  /// The engine's id of the run.
  public String run() {
    return run;
  }
}
