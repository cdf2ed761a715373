package dev.slipway.api.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Buckets that fill steadily, one for each of those seen last; who was not seen for longer has a
/// full one anyway. Those of another kind have a map of their own: strangers push out strangers.
final class Buckets {

  private static final int MOST = 10_000;

  private final int capacity;
  private final Duration window;
  private final Map<String, Bucket> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /// @param capacity what a full bucket holds
  /// @param window the time in which an empty one fills
  Buckets(int capacity, Duration window) {
    this.capacity = capacity;
    this.window = window;
  }

  private record Bucket(double left, Instant at) {}

  /// Where somebody stands after a request.
  ///
  /// @param isAdmitted whether there was enough left for it
  /// @param limit what a full bucket holds
  /// @param remaining what is left
  /// @param next how long until there is enough for the same once more; zero where it was admitted
  /// @param full how long until all is back
  record Standing(boolean isAdmitted, int limit, int remaining, Duration next, Duration full) {}

  /// Takes a request out of a bucket, where there is enough for it; a full one is enough for any.
  synchronized Standing take(String whose, int cost, Instant now) {
    int asked = Math.min(cost, capacity);
    double left = left(whose, now);
    boolean isAdmitted = left >= asked;
    double after = isAdmitted ? left - asked : left;
    known.put(whose, new Bucket(after, now));
    return new Standing(
        isAdmitted,
        capacity,
        (int) after,
        isAdmitted ? Duration.ZERO : time(asked - after),
        time(capacity - after));
  }

  /// Gives back what was taken for a request that is refused for another reason.
  synchronized void giveBack(String whose, int cost, Instant now) {
    double back = Math.min(capacity, left(whose, now) + Math.min(cost, capacity));
    known.put(whose, new Bucket(back, now));
  }

  private double left(String whose, Instant now) {
    Bucket bucket = known.getOrDefault(whose, new Bucket(capacity, now));
    double passed = Math.max(0, Duration.between(bucket.at(), now).toNanos());
    return Math.min(capacity, bucket.left() + passed * capacity / window.toNanos());
  }

  private Duration time(double amount) {
    return Duration.ofNanos((long) (amount * window.toNanos() / capacity));
  }
}
