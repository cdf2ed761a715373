package dev.slipway.activities.action;

import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.CloseAction;
import dev.slipway.workflows.step.StepContext;

/// An attempt as the projection knows it.
///
/// @param context where the step stands
/// @param runId the engine's run; runs are counted in the order they are first seen
/// @param call the attempt of this call, from 1
public record AttemptRecord(StepContext context, String runId, int call) {

  /// The action's id.
  public String action() {
    return context.action();
  }

  /// The attempt over all calls of the step in this run, from 1.
  public int number() {
    return context.attemptsBefore() + call;
  }

  /// Whether it belongs to a step of the plan, and not to the kernel's own end.
  public boolean isOfPlan() {
    return !context.step().equals(CloseAction.CLOSE_ACTION.id());
  }

  /// Whether it undoes.
  public boolean isUndo() {
    return context.phase() == Phase.UNDO;
  }
}
