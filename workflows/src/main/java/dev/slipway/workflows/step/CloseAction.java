package dev.slipway.workflows.step;

import static dev.slipway.workflows.action.Estimate.ofMillis;
import static dev.slipway.workflows.step.Step.step;

/// The end of an aborted action whose last undo could not carry it.
public final class CloseAction {

  /// A step of no plan. No undo: it is the end.
  public static final Step<CloseActivities, String, String> CLOSE_ACTION =
      step("close-action", "Close the action")
          .calls(CloseActivities.class, String.class)
          .by(CloseAction::close, StepPolicy.OWN_TABLES, ofMillis(50, 300), action -> action);

  private CloseAction() {}

  private static String close(CloseActivities activities, String action) {
    activities.close(action);
    return action;
  }
}
