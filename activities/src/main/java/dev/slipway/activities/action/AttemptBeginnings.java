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
    return tries(attempt, begun.ordinal());
  }

  /// Keeps what was decided before an attempt that is not let in, as far as it holds for the run
  /// that comes after.
  void refused(AttemptRecord attempt, StepRequest request) {
    decisions.refused().keep(attempt, request);
  }

  /// What came of the attempts of the same call: one whose end nobody wrote down has gone
  /// unanswered.
  private Tries tries(AttemptRecord attempt, int ordinal) {
    if (attempt.call() == 1) {
      return Tries.answered(1);
    }
    int before = attempt.call() - 1;
    int failed = ended(attempt, ordinal, false);
    int left = ended(attempt, ordinal, true);
    return new Tries(attempt.call(), before - failed - left, left);
  }

  private int ended(AttemptRecord attempt, int ordinal, boolean isLeft) {
    StepContext at = attempt.context();
    return steps.endedBetween(
        at.action(),
        at.step(),
        at.phase().code(),
        at.generation(),
        ordinal,
        at.attemptsBefore(),
        attempt.number(),
        isLeft);
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
