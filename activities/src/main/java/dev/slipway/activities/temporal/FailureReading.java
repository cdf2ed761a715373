package dev.slipway.activities.temporal;

import dev.slipway.activities.provider.ProviderException;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import dev.slipway.workflows.step.Verdict.Failure;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.temporal.client.ActivityCompletionException;
import java.time.Instant;
import java.util.Optional;

/// Reads what an activity threw: the class of the failure, and so its verdict.
final class FailureReading {

  private FailureReading() {}

  /// Whether the call was cancelled and has no verdict.
  static boolean isCancellation(Throwable thrown) {
    return find(thrown, ActivityCompletionException.class).isPresent();
  }

  /// The cancellation behind what was thrown.
  static ActivityCompletionException cancellationIn(Throwable thrown) {
    return find(thrown, ActivityCompletionException.class).orElseThrow();
  }

  static Verdict verdictOf(Throwable thrown, StepContext context, Tries tries, Instant now) {
    Optional<ProviderException> provider = find(thrown, ProviderException.class);
    if (provider.isPresent()) {
      return Verdict.of(read(provider.get()), context, tries, now);
    }
    if (find(thrown, StorageUnavailableException.class).isPresent()) {
      return database(context, tries, now);
    }
    String text = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    Failure unknown = new Failure(FailureClass.TRANSIENT, text, null);
    return Verdict.of(unknown, context, tries, now);
  }

  static Verdict database(StepContext context, Tries tries, Instant now) {
    Failure away = new Failure(FailureClass.DATABASE, "The database does not answer", null);
    return Verdict.of(away, context, tries, now);
  }

  private static Failure read(ProviderException thrown) {
    return new Failure(
        thrown.failure(), String.valueOf(thrown.getMessage()), thrown.resumeAt().orElse(null));
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
