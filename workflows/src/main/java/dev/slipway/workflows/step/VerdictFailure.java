package dev.slipway.workflows.step;

import dev.slipway.workflows.provider.FailureClass;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries a [Verdict] across the engine: the worker throws it, the workflow reads it.
public final class VerdictFailure {

  private static final String OVER_TYPE = "slipway.step.Over";

  private VerdictFailure() {}

  /// The failure a worker throws. The engine itself calls again only where the rule is to retry.
  public static ApplicationFailure of(Verdict verdict) {
    return ApplicationFailure.newBuilder()
        .setMessage(verdict.failure() + ": " + verdict.message())
        .setType(Verdict.FAILURE_TYPE)
        .setDetails(verdict)
        .setNonRetryable(verdict.rule() != FailureClass.Rule.RETRY)
        .setCategory(
            verdict.rule() == FailureClass.Rule.PARK
                ? ApplicationErrorCategory.UNSPECIFIED
                : ApplicationErrorCategory.BENIGN)
        .build();
  }

  /// The failure of an attempt that came after its action, or its run, was over: nothing more is to
  /// be done.
  public static ApplicationFailure over(String message) {
    return ApplicationFailure.newNonRetryableFailure(message, OVER_TYPE);
  }

  static boolean isOver(@Nullable Throwable failure) {
    return failure instanceof ApplicationFailure application
        && OVER_TYPE.equals(application.getType());
  }

  /// The verdict of a failure, empty when no worker judged it.
  public static Optional<Verdict> read(Throwable failure) {
    return failure instanceof ApplicationFailure application
            && Verdict.FAILURE_TYPE.equals(application.getType())
        ? Optional.of(application.getDetails().get(Verdict.class))
        : Optional.empty();
  }
}
