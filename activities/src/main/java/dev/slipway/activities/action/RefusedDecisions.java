package dev.slipway.activities.action;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Decision;
import jakarta.inject.Singleton;

/// What was decided before an attempt that is not let in. It is kept as far as it holds for the run
/// that comes after: an abort does, and so does what answers the parking that waits. Anything else
/// was decided about what has changed since.
@Singleton
class RefusedDecisions {

  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final ObeyedDecisions obeyed;
  private final Announcements announcements;

  RefusedDecisions(
      ProjectionWrites actions,
      StepWrites steps,
      ObeyedDecisions obeyed,
      Announcements announcements) {
    this.actions = actions;
    this.steps = steps;
    this.obeyed = obeyed;
    this.announcements = announcements;
  }

  /// Writes down what holds.
  void keep(AttemptRecord refused, StepRequest request) {
    refused.context().decisions().stream()
        .filter(made -> holds(refused, request, made))
        .forEach(made -> keep(refused.action(), request, made));
  }

  private boolean holds(AttemptRecord refused, StepRequest request, Decision made) {
    return made.kind() == CommandKind.ABORT
        ? actions.touched(refused.action()) == 1
        : tellsAll(refused, request, made)
            && actions.answered(refused.action(), made.parking(), made.step(), made.phase().code())
                == 1;
  }

  /// What is to be adopted is told by the call that adopts it alone.
  private static boolean tellsAll(AttemptRecord refused, StepRequest request, Decision made) {
    return made.kind() != CommandKind.ADOPT
        || (request.adopting() != null && made.step().equals(refused.context().step()));
  }

  private void keep(String action, StepRequest request, Decision made) {
    obeyed.write(action, made);
    if (made.kind() == CommandKind.ADOPT) {
      steps.adopts(action, made.step(), String.valueOf(request.adopting()));
    }
    announcements.of(new ActionId(action));
  }
}
