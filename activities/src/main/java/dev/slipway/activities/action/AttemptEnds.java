package dev.slipway.activities.action;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
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

  private final EndWrites attempts;
  private final ProjectionWrites actions;
  private final Standstills standstills;
  private final Conclusion conclusion;

  AttemptEnds(
      EndWrites attempts,
      ProjectionWrites actions,
      Standstills standstills,
      Conclusion conclusion) {
    this.attempts = attempts;
    this.actions = actions;
    this.standstills = standstills;
    this.conclusion = conclusion;
  }

  void succeeded(AttemptRecord attempt, Success success, List<Runnable> writes, Instant now) {
    StepContext at = attempt.context();
    attempts.succeed(attempt, success.externalId(), now);
    success.residual().forEach(left -> actions.leaves(at.action(), left));
    writes.forEach(Runnable::run);
    if (at.ends() && attempt.isUndo()) {
      conclusion.conclude(new ActionId(at.action()), ActionStatus.ABORTED, now);
    }
  }

  void late(AttemptRecord attempt, String externalId) {
    StepContext at = attempt.context();
    actions.leavesLate(at.action(), at.step(), at.generation(), externalId);
  }

  /// What an attempt brought besides its result.
  ///
  /// @param externalId the provider's id of what it made, null when none
  /// @param residual what it left behind
  record Success(@Nullable String externalId, List<Residual> residual) {}

  void failed(AttemptRecord attempt, Verdict verdict, Instant now) {
    attempts.fail(attempt, verdict.failure().code(), verdict.message(), now);
    switch (verdict.rule()) {
      case RETRY -> standstills.retries(attempt, verdict, now);
      case WAIT -> standstills.waits(attempt, verdict, now);
      case PARK -> standstills.parks(attempt, verdict, now);
    }
  }

  void cancelled(AttemptRecord attempt, Instant now) {
    attempts.fail(attempt, "cancelled", "The action was aborted", now);
  }

  void left(AttemptRecord attempt, Instant now) {
    attempts.leave(attempt, now);
  }

  void progressed(AttemptRecord attempt, int percent, Instant now) {
    attempts.progress(attempt, percent, now);
  }
}
