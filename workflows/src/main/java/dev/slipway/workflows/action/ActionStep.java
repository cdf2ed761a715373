package dev.slipway.workflows.action;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step as the tables show it.
///
/// @param position from 0, in the order of the plan
/// @param progress 0 to 100 where the provider tells it
/// @param generation the input generation, from 1; only `retry_with` raises it
/// @param inputs the request as JSON, operators only
/// @param externalId the provider's id of what it made, operators only
public record ActionStep(
    String id,
    String label,
    int position,
    StepStatus status,
    @Nullable Integer progress,
    int generation,
    List<Attempt> attempts,
    @Nullable Instant nextRetryAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Estimate estimate,
    @Nullable String undoStatus,
    @Nullable String undoError,
    @Nullable String inputs,
    @Nullable String externalId) {

  public ActionStep {
    attempts = List.copyOf(attempts);
  }

  /// Whether it may have had an effect that nobody has seen: a reply was lost, or the worker that
  /// waited for it died, and no later attempt has found anything.
  public boolean mayHaveUnseenEffect() {
    if (status.isDone() || status == StepStatus.UNDONE || externalId != null) {
      return false;
    }
    boolean isUnknown = false;
    for (Attempt attempt : attempts) {
      isUnknown = attempt.isOutcomeUnknown() || (isUnknown && !attempt.hasUndone());
    }
    return isUnknown;
  }

  /// What is left of its forward work, usually: the present attempt's time counts, not that of
  /// earlier ones, which a wait or a parking may have ended long ago.
  Estimate left(Instant now) {
    if (status != StepStatus.RUNNING || attempts.isEmpty()) {
      return estimate;
    }
    return estimate.after(Duration.between(attempts.getLast().startedAt(), now));
  }
}
