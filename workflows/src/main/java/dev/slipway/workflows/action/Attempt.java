package dev.slipway.workflows.action;

import dev.slipway.workflows.provider.FailureClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try of a step.
///
/// @param number counts from 1 over all runs and retries of the step
/// @param phase whether it was the step or its undo
/// @param code the failure class, null unless failed
/// @param message the raw error for operators, null unless failed
public record Attempt(
    int number,
    Phase phase,
    AttemptStatus status,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String code,
    @Nullable String message) {

  /// Whether it was the step's own, and nobody knows if it had its effect.
  boolean isOutcomeUnknown() {
    return phase == Phase.FORWARD
        && (status == AttemptStatus.LOST || FailureClass.UNKNOWN_OUTCOME.code().equals(code));
  }

  /// Whether it took back whatever attempts before it had made.
  boolean hasUndone() {
    return phase == Phase.UNDO && status == AttemptStatus.OK;
  }
}
