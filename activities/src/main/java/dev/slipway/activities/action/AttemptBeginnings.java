package dev.slipway.activities.action;

import dev.slipway.activities.action.ProjectionWrites.Entry;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.Tries;
import jakarta.inject.Singleton;
import java.time.Instant;

/// How attempts begin, as rows: what was decided before them, and the end of what was still open.
@Singleton
class AttemptBeginnings {

  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final ObeyedDecisions decisions;

  AttemptBeginnings(ProjectionWrites actions, StepWrites steps, ObeyedDecisions decisions) {
    this.actions = actions;
    this.steps = steps;
    this.decisions = decisions;
  }

  Tries started(AttemptRecord attempt, StepRequest request, Instant now) {
    StepContext at = attempt.context();
    Entry entry = actions.enter(attempt, now);
    at.decisions().forEach(made -> decisions.write(at.action(), made));
    if (entry.isOtherOpen()) {
      settleOthers(attempt, entry.ordinal(), now);
    }
    beginAttempt(attempt, entry.ordinal(), now);
    if (attempt.isOfPlan()) {
      begin(attempt, request, entry.ordinal(), now);
    }
    if (!entry.isAtWork() || attempt.isUndo() || !at.decisions().isEmpty()) {
      actions.runs(at.action(), attempt.isUndo(), now);
    }
    if (entry.isFirst()) {
      actions.serverBegins(at.action(), now);
    }
    return tries(attempt, entry.ordinal());
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
      steps.endEarlierAttempts(at.action(), at.step(), ordinal, now);
      steps.endEarlierSteps(at.action(), at.step(), ordinal, now);
    } else if (actions.isAbortAsked(at.action())) {
      steps.breakOff(at.action(), at.step(), now);
    }
  }

  private void beginAttempt(AttemptRecord attempt, int ordinal, Instant now) {
    StepContext at = attempt.context();
    String phase = at.phase().code();
    steps.beginAttempt(
        at.action(), at.step(), phase, at.generation(), ordinal, attempt.number(), now);
  }

  private void begin(AttemptRecord attempt, StepRequest request, int ordinal, Instant now) {
    StepContext at = attempt.context();
    String status = attempt.isUndo() ? "undoing" : "running";
    String undoStatus = attempt.isUndo() ? "running" : null;
    int begun =
        steps.begin(
            at.action(),
            at.step(),
            status,
            at.generation(),
            request.json(),
            request.adopting(),
            ordinal,
            attempt.number(),
            undoStatus,
            now);
    if (begun == 0) {
      throw new StaleAttemptException(at.action(), at.step());
    }
  }
}
