package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.step.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The attempt of a step that this thread serves: its key, its heartbeat, and what is written down
/// together with its success.
public final class StepAttempt {

  private static final ThreadLocal<@Nullable StepAttempt> CURRENT = new ThreadLocal<>();

  /// A change smaller than this is not worth a write.
  private static final int PROGRESS_STEP = 5;

  private final StepContext context;
  private final Consumer<@Nullable Integer> heart;
  private final IntConsumer onProgress;
  private final List<Runnable> writes = new ArrayList<>();
  private final List<Residual> residual = new ArrayList<>();
  private int shownPercent;
  private @Nullable String externalId;

  /// @param heart takes each sign of life
  /// @param onProgress takes percents worth a write
  StepAttempt(StepContext context, Consumer<@Nullable Integer> heart, IntConsumer onProgress) {
    this.context = context;
    this.heart = heart;
    this.onProgress = onProgress;
  }

  /// The attempt of this thread.
  ///
  /// @throws IllegalStateException outside a step's activity
  public static StepAttempt current() {
    return running()
        .orElseThrow(() -> new IllegalStateException("no step's activity runs on this thread"));
  }

  /// The attempt of this thread, empty outside a step's activity.
  public static Optional<StepAttempt> running() {
    return Optional.ofNullable(CURRENT.get());
  }

  /// Serves a call outside Temporal, for tests; what it asked to be written runs after it.
  public static <T> T inTest(StepContext context, Callable<T> call) throws Exception {
    StepAttempt attempt = new StepAttempt(context, percent -> {}, percent -> {});
    T result = attempt.serving(call);
    attempt.writes.forEach(Runnable::run);
    return result;
  }

  <T> T serving(Callable<T> call) throws Exception {
    CURRENT.set(this);
    try {
      return call.call();
    } finally {
      CURRENT.remove();
    }
  }

  /// Where the step stands.
  public StepContext context() {
    return context;
  }

  /// The key of the step's effect.
  public String key() {
    return context.key();
  }

  /// Asks for a write in the transaction that records this attempt's success; when that transaction
  /// fails the whole attempt counts as failed and is made again.
  public void atEnd(Runnable write) {
    writes.add(write);
  }

  /// Says what the provider calls the thing this step made.
  public void madeExternal(String id) {
    externalId = id;
  }

  /// Adds something to what is left behind; recorded with this attempt's success.
  public void residual(String kind, String note, @Nullable String leftId) {
    residual.add(new Residual(kind, note, leftId));
  }

  /// Tells that the attempt is alive.
  ///
  /// @param percent 0 to 100, null when unknown
  /// @throws io.temporal.client.ActivityCompletionException when the call was cancelled
  public void heartbeat(@Nullable Integer percent) {
    if (percent != null && percent >= shownPercent + PROGRESS_STEP) {
      shownPercent = percent;
      onProgress.accept(percent);
    }
    heart.accept(percent);
  }

  @Nullable String externalId() {
    return externalId;
  }

  List<Residual> residual() {
    return List.copyOf(residual);
  }

  List<Runnable> writes() {
    return List.copyOf(writes);
  }
}
