package dev.slipway.activities.action;

import dev.slipway.activities.action.AttemptWrites.Begun;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.Tries;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// How attempts begin, as rows: what was decided before them, and the end of what was still open.
@Singleton
class AttemptBeginnings {

  private final AttemptWrites attempts;
  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final ObeyedDecisions decisions;

  AttemptBeginnings(
      AttemptWrites attempts,
      ProjectionWrites actions,
      StepWrites steps,
      ObeyedDecisions decisions) {
    this.attempts = attempts;
    this.actions = actions;
    this.steps = steps;
    this.decisions = decisions;
  }

  /// What was decided before an attempt is kept though the attempt is not let in: an undo is not
  /// where it would come before that of a later step, which an earlier run made and its own run
  /// does not know of.
  ///
  /// @return the attempts of its call so far; nothing for an undo that is not to begin
  Optional<Tries> started(AttemptRecord attempt, StepRequest request, Instant now) {
    obey(attempt, now);
    return attempt.isUndo() && attempts.isSkipping(attempt)
        ? Optional.empty()
        : Optional.of(begun(attempt, request, now));
  }

  private Tries begun(AttemptRecord attempt, StepRequest request, Instant now) {
    Begun begun = attempts.begin(attempt, request, now);
    if (begun.isOtherOpen()) {
      settleOthers(attempt, begun.ordinal(), now);
    }
    if (begun.isFirst()) {
      actions.serverBegins(attempt.context().action(), now);
    }
    return tries(attempt, begun.ordinal());
  }

  private void obey(AttemptRecord attempt, Instant now) {
    StepContext at = attempt.context();
    if (!at.decisions().isEmpty()) {
      attempts.enter(attempt, now);
      at.decisions().forEach(made -> decisions.write(at.action(), made));
    }
  }

  /// What came of the attempts of the same call: one whose failure nobody wrote down has gone
  /// unanswered.
  private Tries tries(AttemptRecord attempt, int ordinal) {
    StepContext at = attempt.context();
    if (attempt.call() == 1) {
      return Tries.answered(1);
    }
    int failed =
        steps.failedBetween(
            at.action(),
            at.step(),
            at.phase().code(),
            at.generation(),
            ordinal,
            at.attemptsBefore(),
            attempt.number());
    return new Tries(attempt.call(), attempt.call() - 1 - failed);
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
