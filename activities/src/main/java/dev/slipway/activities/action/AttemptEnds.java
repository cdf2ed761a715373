package dev.slipway.activities.action;

import dev.slipway.workflows.action.ActionError;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.Verdict;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How attempts end, as rows: well, with a failure and what follows from it, or cancelled; and how
/// far they got before.
@Singleton
class AttemptEnds {

  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final ParkingWrites parkings;
  private final Conclusion conclusion;

  AttemptEnds(
      ProjectionWrites actions, StepWrites steps, ParkingWrites parkings, Conclusion conclusion) {
    this.actions = actions;
    this.steps = steps;
    this.parkings = parkings;
    this.conclusion = conclusion;
  }

  void succeeded(AttemptRecord attempt, Success success, List<Runnable> writes, Instant now) {
    StepContext at = attempt.context();
    int ordinal = actions.enter(attempt, now).ordinal();
    end(attempt, ordinal, "ok", null, null, now);
    if (attempt.isUndo()) {
      steps.undone(at.action(), at.step(), ordinal);
    } else {
      steps.done(at.action(), at.step(), ordinal, success.externalId(), now);
    }
    success.residual().forEach(left -> actions.leaves(at.action(), left));
    writes.forEach(Runnable::run);
    if (at.ends() && attempt.isUndo()) {
      conclusion.conclude(new ActionId(at.action()), ActionStatus.ABORTED, now);
    }
  }

  /// What an attempt brought besides its result.
  ///
  /// @param externalId the provider's id of what it made, null when none
  /// @param residual what it left behind
  record Success(@Nullable String externalId, List<Residual> residual) {}

  void failed(AttemptRecord attempt, Verdict verdict, Instant now) {
    int ordinal = actions.enter(attempt, now).ordinal();
    end(attempt, ordinal, "failed", verdict.failure().code(), verdict.message(), now);
    switch (verdict.rule()) {
      case RETRY -> retries(attempt, verdict, now);
      case WAIT -> waits(attempt, verdict, now);
      case PARK -> parks(attempt, verdict, now);
    }
  }

  private void retries(AttemptRecord attempt, Verdict verdict, Instant now) {
    StepContext at = attempt.context();
    Instant next = now.plus(at.policy().retryAfter(attempt.call()));
    String status = attempt.isUndo() ? "undoing" : "running";
    steps.stalls(at.action(), at.step(), status, attempt.isUndo(), next, verdict.message());
  }

  private void waits(AttemptRecord attempt, Verdict verdict, Instant now) {
    StepContext at = attempt.context();
    String kind = verdict.failure().waitKind().orElseThrow().code();
    steps.stalls(
        at.action(), at.step(), "waiting", attempt.isUndo(), verdict.resumeAt(), verdict.message());
    actions.waits(
        at.action(),
        kind,
        verdict.message(),
        at.waitingSince(),
        verdict.resumeAt(),
        at.step(),
        now);
  }

  private void parks(AttemptRecord attempt, Verdict verdict, Instant now) {
    StepContext at = attempt.context();
    ParkCause cause = attempt.isUndo() ? ParkCause.UNDO_FAILED : causeOf(verdict);
    String code = verdict.failure().code();
    parkings.ofStep(
        at.action(),
        new Parking(at.nextParking(), at.step(), at.phase(), cause, now),
        new ActionError(code, verdict.message(), at.step(), true));
  }

  void cancelled(AttemptRecord attempt, Instant now) {
    int ordinal = actions.enter(attempt, now).ordinal();
    end(attempt, ordinal, "failed", "cancelled", "The action was aborted", now);
  }

  void progressed(AttemptRecord attempt, int percent, Instant now) {
    StepContext at = attempt.context();
    steps.progressed(at.action(), at.step(), percent);
    actions.touch(at.action(), now);
  }

  private void end(
      AttemptRecord attempt,
      int ordinal,
      String status,
      @Nullable String code,
      @Nullable String message,
      Instant now) {
    StepContext at = attempt.context();
    steps.endAttempt(
        at.action(),
        at.step(),
        at.phase().code(),
        at.generation(),
        ordinal,
        attempt.number(),
        status,
        code,
        message,
        now);
  }

  private static ParkCause causeOf(Verdict verdict) {
    return verdict.cause() == null ? verdict.failure().parkCause() : verdict.cause();
  }
}
