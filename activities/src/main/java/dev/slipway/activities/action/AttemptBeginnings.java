package dev.slipway.activities.action;

import dev.slipway.activities.action.BeginningWrites.Begun;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.Tries;
import jakarta.inject.Singleton;
import java.time.Instant;

/// How attempts begin, as rows: what was decided before them, and the end of what was still open.
@Singleton
class AttemptBeginnings {

  private final BeginningWrites attempts;
  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final DecisionWrites decisions;

  AttemptBeginnings(
      BeginningWrites attempts,
      ProjectionWrites actions,
      StepWrites steps,
      DecisionWrites decisions) {
    this.attempts = attempts;
    this.actions = actions;
    this.steps = steps;
    this.decisions = decisions;
  }

  Tries started(AttemptRecord attempt, StepRequest request, Instant now) {
    if (!attempt.context().decisions().isEmpty()) {
      attempts.enter(attempt, now);
      attempt
          .context()
          .decisions()
          .forEach(made -> decisions.obeyed().write(attempt.action(), made));
    }
    if (attempt.isUndo()) {
      attempts.refuseToSkip(attempt);
    }
    Begun begun = attempts.begin(attempt, request, now);
    if (begun.isOtherOpen()) {
      settleOthers(attempt, begun.ordinal(), now);
    }
    if (begun.isFirst()) {
      actions.serverBegins(attempt.context().action(), now);
    }
    return attempt.call() == 1 ? Tries.answered(1) : attempts.tries(attempt, begun, now);
  }

  /// Keeps what was decided before an attempt that is not let in, as far as it holds for the run
  /// that comes after.
  void refused(AttemptRecord attempt, StepRequest request) {
    decisions.refused().keep(attempt, request);
  }

  /// What the beginning of this attempt tells of other steps, where their own end is not written.
  private void settleOthers(AttemptRecord attempt, int ordinal, Instant now) {
    StepContext at = attempt.context();
    if (!attempt.isUndo()) {
      steps.endEarlierSteps(at.action(), at.step(), ordinal, now);
    } else if (actions.isAbortAsked(at.action())) {
      steps.breakOff(at.action(), at.step(), now);
    }
  }
}
