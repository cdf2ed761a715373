package dev.slipway.activities.action;

import dev.slipway.activities.action.ProjectionWrites.Entry;
import dev.slipway.workflows.action.ActionError;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Decision;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import dev.slipway.workflows.step.WireJson;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How attempts begin and end, as rows. Every write may come twice and is then the same; call it
/// inside a transaction.
@Singleton
class Projection {

  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final ParkingWrites parkings;
  private final Conclusion conclusion;

  Projection(
      ProjectionWrites actions, StepWrites steps, ParkingWrites parkings, Conclusion conclusion) {
    this.actions = actions;
    this.steps = steps;
    this.parkings = parkings;
    this.conclusion = conclusion;
  }

  Tries started(AttemptRecord attempt, StepRequest request, Instant now) {
    StepContext at = attempt.context();
    Entry entry = enter(attempt, now);
    at.decisions().forEach(decision -> decided(at.action(), decision));
    if (entry.isOtherOpen()) {
      settleOthers(attempt, entry.ordinal(), now);
    }
    beginAttempt(attempt, entry.ordinal(), now);
    if (attempt.isOfPlan()) {
      begin(attempt, request, entry.ordinal(), now);
    }
    actions.runs(at.action(), attempt.isUndo(), now);
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
    steps.loseOpenAttempts(
        at.action(), at.step(), phase, at.generation(), ordinal, attempt.number(), now);
    steps.insertAttempt(
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

  void succeeded(AttemptRecord attempt, Success success, List<Runnable> writes, Instant now) {
    StepContext at = attempt.context();
    int ordinal = enter(attempt, now).ordinal();
    end(attempt, ordinal, "ok", null, null, now);
    if (attempt.isUndo()) {
      steps.undone(at.action(), at.step(), ordinal);
    } else {
      steps.done(at.action(), at.step(), ordinal, success.externalId(), now);
    }
    success.residual().forEach(left -> addResidual(at.action(), left));
    writes.forEach(Runnable::run);
    if (at.ends() && attempt.isUndo()) {
      conclusion.conclude(new ActionId(at.action()), ActionStatus.ABORTED, now);
    }
    actions.touch(at.action(), now);
  }

  /// What an attempt brought besides its result.
  ///
  /// @param externalId the provider's id of what it made, null when none
  /// @param residual what it left behind
  record Success(@Nullable String externalId, List<Residual> residual) {}

  void failed(AttemptRecord attempt, Verdict verdict, Instant now) {
    int ordinal = enter(attempt, now).ordinal();
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
    actions.touch(at.action(), now);
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
    int ordinal = enter(attempt, now).ordinal();
    end(attempt, ordinal, "failed", "cancelled", "The action was aborted", now);
    actions.touch(attempt.context().action(), now);
  }

  void progressed(AttemptRecord attempt, int percent, Instant now) {
    StepContext at = attempt.context();
    steps.progressed(at.action(), at.step(), percent);
    actions.touch(at.action(), now);
  }

  private Entry enter(AttemptRecord attempt, Instant now) {
    StepContext at = attempt.context();
    return actions
        .enter(at.action(), at.step(), attempt.runId(), now)
        .orElseThrow(() -> new StaleAttemptException(at.action(), at.step()));
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

  private void decided(String action, Decision made) {
    // An abort that came through the API is written down already.
    boolean isWritten = made.kind() == CommandKind.ABORT && actions.isAbortAsked(action);
    if (!isWritten) {
      event(action, made);
    }
    switch (made.kind()) {
      case SKIP -> skipped(action, made);
      case RETRY_WITH -> {
        Map<String, Object> inputs = made.inputs() == null ? Map.of() : made.inputs();
        steps.editsDue(action, made.step(), WireJson.write(inputs));
      }
      case ABORT -> actions.abortAsked(action, made.actor(), made.reason(), made.at());
      case RETRY, ADOPT -> {}
    }
  }

  private void event(String action, Decision made) {
    actions.insertEvent(
        action,
        made.at(),
        made.kind().code(),
        made.step(),
        made.parking(),
        made.actor(),
        made.reason());
  }

  private void skipped(String action, Decision made) {
    if (made.phase() == Phase.FORWARD) {
      steps.skipped(action, made.step(), made.at());
      return;
    }
    steps.left(action, made.step());
    String note = "Its undo was skipped" + (made.reason() == null ? "." : ": " + made.reason());
    addResidual(action, new Residual(made.step(), note, steps.externalIdOf(action, made.step())));
  }

  private void addResidual(String action, Residual left) {
    actions.addResidual(action, left.kind(), left.note(), left.externalId());
  }

  private static ParkCause causeOf(Verdict verdict) {
    return verdict.cause() == null ? verdict.failure().parkCause() : verdict.cause();
  }
}
