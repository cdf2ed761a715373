package dev.slipway.workflows.action;

import java.time.Duration;

/// How long something usually takes.
///
/// @param p50 half of all runs take less
/// @param p95 nineteen of twenty runs take less
public record Estimate(Duration p50, Duration p95) {

  /// @throws IllegalArgumentException when negative or p95 is under p50
  public Estimate {
    if (p50.isNegative() || p95.compareTo(p50) < 0) {
      throw new IllegalArgumentException("p50 " + p50 + " and p95 " + p95 + " are not a range");
    }
  }

  /// A range in milliseconds.
  public static Estimate ofMillis(long p50, long p95) {
    return new Estimate(Duration.ofMillis(p50), Duration.ofMillis(p95));
  }

  /// The range of one after the other.
  public Estimate plus(Estimate other) {
    return new Estimate(p50.plus(other.p50), p95.plus(other.p95));
  }

  /// What is left, usually, of something that has been at work for a while. It shrinks until the
  /// time that nineteen of twenty runs need is over, and then grows again: what is late by a minute
  /// may well be late by another.
  ///
  /// @param elapsed since it began; a negative time counts as none
  public Estimate after(Duration elapsed) {
    if (!elapsed.isPositive()) {
      return this;
    }
    if (elapsed.compareTo(p50) <= 0) {
      return new Estimate(p50.minus(elapsed), p95.minus(elapsed));
    }
    Duration left = p95.minus(elapsed).abs();
    return new Estimate(left.dividedBy(2), left);
  }
}
