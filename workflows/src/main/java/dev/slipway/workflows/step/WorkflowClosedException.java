package dev.slipway.workflows.step;

/// A command for an action whose workflow is not running: it has ended, has not begun, or was
/// closed from outside.
public final class WorkflowClosedException extends CommandRefusedException {

  private static final long serialVersionUID = 1L;

  /// For any such action.
  public WorkflowClosedException() {
    super("its workflow is not running");
  }
}
