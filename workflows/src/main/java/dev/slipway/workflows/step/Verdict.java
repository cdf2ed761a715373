package dev.slipway.workflows.step;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What follows from a failed attempt. It is decided once, at the end of the attempt, written with
/// the attempt in one transaction, and obeyed by the workflow.
///
/// @param failure the class
/// @param rule what follows now; a class that retries parks on its last attempt
/// @param cause why it parks, null unless it parks
/// @param resumeAt when to look again, null unless it waits
/// @param attempts attempts of this call so far
/// @param message the raw error, without secrets
public record Verdict(
    FailureClass failure,
    FailureClass.Rule rule,
    @Nullable ParkCause cause,
    @Nullable Instant resumeAt,
    int attempts,
    String message) {

  /// The type of the `ApplicationFailure` that carries a verdict as its detail.
  public static final String FAILURE_TYPE = "slipway.step.Verdict";

  /// Decides what follows from a failure.
  ///
  /// @param attempt the attempt of this call, from 1
  /// @param now the worker's time
  /// @param resumeAt when the provider said to come back, null if it said nothing
  public static Verdict of(
      FailureClass failure,
      String message,
      StepContext context,
      int attempt,
      Instant now,
      @Nullable Instant resumeAt) {
    return switch (failure.rule()) {
      case RETRY ->
          attempt < context.policy().attempts()
              ? new Verdict(failure, FailureClass.Rule.RETRY, null, null, attempt, message)
              : park(failure, message, context, attempt);
      case WAIT -> waitOrPark(failure, message, context, attempt, now, resumeAt);
      case PARK -> park(failure, message, context, attempt);
    };
  }

  private static Verdict waitOrPark(
      FailureClass failure,
      String message,
      StepContext context,
      int attempt,
      Instant now,
      @Nullable Instant resumeAt) {
    Instant since = context.waitingSince() == null ? now : context.waitingSince();
    Instant deadline = since.plus(context.policy().waitAtMost());
    if (!now.isBefore(deadline)) {
      return park(failure, message, context, attempt);
    }
    Instant next =
        resumeAt == null ? now.plus(context.policy().lookAfter(context.look())) : resumeAt;
    Instant bounded = next.isAfter(deadline) ? deadline : next;
    return new Verdict(failure, FailureClass.Rule.WAIT, null, bounded, attempt, message);
  }

  private static Verdict park(
      FailureClass failure, String message, StepContext context, int attempt) {
    ParkCause cause = context.phase() == Phase.UNDO ? ParkCause.UNDO_FAILED : failure.parkCause();
    return new Verdict(failure, FailureClass.Rule.PARK, cause, null, attempt, message);
  }
}
