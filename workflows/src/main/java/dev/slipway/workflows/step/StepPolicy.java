package dev.slipway.workflows.step;

import java.time.Duration;

/// How long and how often a step is tried.
///
/// @param startToClose the longest one attempt may take
/// @param heartbeat how long a silent worker counts as alive
/// @param attempts failed tries of the short loop before it parks
/// @param firstRetry the pause after the first failed try; doubles up to 20 s
/// @param waitAtMost the longest wait of the long loop before it parks
public record StepPolicy(
    Duration startToClose,
    Duration heartbeat,
    int attempts,
    Duration firstRetry,
    Duration waitAtMost) {

  /// How many attempts of a call may end without a word before it parks. A worker's death says
  /// nothing about the provider, so it uses up none of the step's own attempts; but a step that
  /// kills each of its workers must be seen by somebody.
  public static final int MOST_UNANSWERED = 20;

  /// How many attempts of a call stopping workers may leave before the engine gives it up. Not many
  /// more: a call that fails before it reaches us is bounded by the engine's count alone.
  private static final int MOST_LEFT = 50;

  private static final Duration RETRY_CAP = Duration.ofSeconds(20);
  private static final Duration WAIT_CAP = Duration.ofMinutes(5);

  /// A short call to a provider.
  public static final StepPolicy PROVIDER_CALL =
      new StepPolicy(
          Duration.ofMinutes(2),
          Duration.ofSeconds(10),
          5,
          Duration.ofSeconds(1),
          Duration.ofHours(24));

  /// A wait for a provider's task, with heartbeats.
  public static final StepPolicy PROVIDER_TASK =
      new StepPolicy(
          Duration.ofMinutes(30),
          Duration.ofSeconds(10),
          5,
          Duration.ofSeconds(1),
          Duration.ofHours(24));

  /// A write to our own tables.
  public static final StepPolicy OWN_TABLES =
      new StepPolicy(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          5,
          Duration.ofSeconds(1),
          Duration.ofHours(24));

  /// @throws IllegalArgumentException when a time is not positive or there is no attempt
  public StepPolicy {
    if (attempts < 1
        || !startToClose.isPositive()
        || !heartbeat.isPositive()
        || !firstRetry.isPositive()
        || waitAtMost.isNegative()) {
      throw new IllegalArgumentException("a policy needs an attempt and positive times");
    }
  }

  /// The most attempts of one call: those that may fail and those that may go unanswered.
  public int calls() {
    return attempts + MOST_UNANSWERED;
  }

  /// The most attempts of one call that the engine makes: also those that are left.
  int engineCalls() {
    return calls() + MOST_LEFT;
  }

  /// The pause after a failed try.
  ///
  /// @param attempt the failed try, from 1
  public Duration retryAfter(int attempt) {
    return doubled(firstRetry, attempt, RETRY_CAP);
  }

  /// The pause before the next look while waiting, where the provider gave none.
  ///
  /// @param look the look that failed, from 1
  public Duration lookAfter(int look) {
    return doubled(firstRetry.multipliedBy(2), look, WAIT_CAP);
  }

  private static Duration doubled(Duration first, int count, Duration cap) {
    Duration pause = first.multipliedBy(1L << Math.min(20, Math.max(0, count - 1)));
    return pause.compareTo(cap) > 0 ? cap : pause;
  }
}
