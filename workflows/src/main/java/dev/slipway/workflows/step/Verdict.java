package dev.slipway.workflows.step;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

  private static final Duration DATABASE_LOOK = Duration.ofSeconds(2);
  private static final Duration DATABASE_LOOK_CAP = Duration.ofSeconds(10);

  /// What went wrong in an attempt.
  ///
  /// @param message the raw error, without secrets
  /// @param resumeAt when the provider said to come back, null if it said nothing
  public record Failure(FailureClass failure, String message, @Nullable Instant resumeAt) {

    private Verdict leadsTo(
        FailureClass.Rule rule, @Nullable ParkCause cause, @Nullable Instant until, int attempt) {
      return new Verdict(failure, rule, cause, until, attempt, message);
    }
  }

  /// Decides what follows from a failure.
  ///
  /// @param tries attempts of this call, with the one that failed
  /// @param now the worker's time
  public static Verdict of(Failure what, StepContext context, Tries tries, Instant now) {
    return switch (what.failure().rule()) {
      case RETRY ->
          tries.failed() < context.policy().attempts()
              ? what.leadsTo(FailureClass.Rule.RETRY, null, null, tries.made())
              : park(what, context, tries.made());
      case WAIT -> waitOrPark(what, context, tries.made(), now);
      case PARK -> park(what, context, tries.made());
    };
  }

  /// Decides, before an attempt has any effect, whether it is to be made at all.
  ///
  /// @param tries attempts of this call, with the one about to be made
  /// @return empty when it is to be made
  public static Optional<Verdict> beforehand(StepContext context, Tries tries) {
    if (tries.unanswered() < StepPolicy.MOST_UNANSWERED) {
      return Optional.empty();
    }
    String message =
        "Workers died %d times while they made this step, or were silent for too long"
            .formatted(tries.unanswered());
    Failure silence = new Failure(FailureClass.UNKNOWN_OUTCOME, message, null);
    return Optional.of(park(silence, context, tries.made()));
  }

  private static Verdict waitOrPark(Failure what, StepContext context, int attempt, Instant now) {
    Instant since = context.waitingSince() == null ? now : context.waitingSince();
    Instant deadline = since.plus(context.policy().waitAtMost());
    if (!now.isBefore(deadline)) {
      return park(what, context, attempt);
    }
    Instant next =
        what.resumeAt() == null
            ? now.plus(pause(what, context))
            : named(what.resumeAt(), context, now);
    Instant bounded = next.isAfter(deadline) ? deadline : next;
    return what.leadsTo(FailureClass.Rule.WAIT, null, bounded, attempt);
  }

  /// A provider that names a time and then refuses again is asked less and less often.
  private static Instant named(Instant resumeAt, StepContext context, Instant now) {
    if (context.look() <= 1) {
      return resumeAt;
    }
    Instant patient = now.plus(context.policy().lookAfter(context.look() - 1));
    return patient.isAfter(resumeAt) ? patient : resumeAt;
  }

  /// Our own database comes back within seconds or minutes: look often.
  private static Duration pause(Failure what, StepContext context) {
    if (what.failure() != FailureClass.DATABASE) {
      return context.policy().lookAfter(context.look());
    }
    Duration longer = DATABASE_LOOK.multipliedBy(context.look());
    return longer.compareTo(DATABASE_LOOK_CAP) > 0 ? DATABASE_LOOK_CAP : longer;
  }

  private static Verdict park(Failure what, StepContext context, int attempt) {
    ParkCause cause =
        context.phase() == Phase.UNDO ? ParkCause.UNDO_FAILED : what.failure().parkCause();
    return what.leadsTo(FailureClass.Rule.PARK, cause, null, attempt);
  }
}
