package dev.slipway.deploy.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/// How long each of many calls took.
final class Latencies {

  private final long[] sortedNanos;

  private Latencies(long[] sortedNanos) {
    this.sortedNanos = sortedNanos;
  }

  static Latencies of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  static Latencies of(Collection<Long> nanos) {
    return of(nanos.stream().mapToLong(Long::longValue).toArray());
  }

  /// The time that so many percent of the calls stayed within, in milliseconds.
  double percentile(int percent) {
    int rank = (int) Math.ceil(sortedNanos.length * percent / 100.0);
    return sortedNanos[Math.max(rank, 1) - 1] / (double) Duration.ofMillis(1).toNanos();
  }
}
