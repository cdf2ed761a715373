package dev.slipway.activities.action;

import dev.slipway.workflows.action.ActionError;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.Verdict;
import jakarta.inject.Singleton;
import java.time.Instant;

/// What follows from a failed attempt, as rows: it is made again, waits, or asks for a person.
@Singleton
class Standstills {

  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final ParkingWrites parkings;

  Standstills(ProjectionWrites actions, StepWrites steps, ParkingWrites parkings) {
    this.actions = actions;
    this.steps = steps;
    this.parkings = parkings;
  }

  void retries(AttemptRecord attempt, Verdict verdict, Instant now) {
    StepContext at = attempt.context();
    Instant next = now.plus(at.policy().retryAfter(attempt.call()));
    String status = attempt.isUndo() ? "undoing" : "running";
    steps.stalls(at.action(), at.step(), status, attempt.isUndo(), next, verdict.message());
  }

  void waits(AttemptRecord attempt, Verdict verdict, Instant now) {
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

  void parks(AttemptRecord attempt, Verdict verdict, Instant now) {
    StepContext at = attempt.context();
    ParkCause cause = attempt.isUndo() ? ParkCause.UNDO_FAILED : causeOf(verdict);
    String code = verdict.failure().code();
    parkings.ofStep(
        at.action(),
        new Parking(at.nextParking(), at.step(), at.phase(), cause, now),
        new ActionError(code, verdict.message(), at.step(), true));
  }

  private static ParkCause causeOf(Verdict verdict) {
    return verdict.cause() == null ? verdict.failure().parkCause() : verdict.cause();
  }
}
