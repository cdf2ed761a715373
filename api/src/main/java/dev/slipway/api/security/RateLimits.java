package dev.slipway.api.security;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What callers have left of their requests, in this process: a bucket for each that fills
/// steadily.
@Singleton
class RateLimits {

  /// The callers seen last; who was not seen for longer has a full bucket anyway.
  private static final int MOST_CALLERS = 10_000;

  private final RateSettings settings;
  private final Clock clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  RateLimits(RateSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private record Bucket(double left, Instant at) {}

  /// Where a caller stands after a request.
  ///
  /// @param isAdmitted whether the request is one of his
  /// @param limit how many a full bucket has
  /// @param remaining how many are left
  /// @param next how long until there is another one; zero while there is
  /// @param full how long until all are back
  record Standing(boolean isAdmitted, int limit, int remaining, Duration next, Duration full) {}

  boolean isOff() {
    return settings.isOff();
  }

  /// Takes a request out of a caller's bucket.
  Standing take(String caller) {
    Instant now = clock.instant();
    synchronized (buckets) {
      Bucket bucket = buckets.getOrDefault(caller, new Bucket(settings.requests(), now));
      double left = filled(bucket, now);
      boolean isAdmitted = left >= 1;
      double after = isAdmitted ? left - 1 : left;
      buckets.put(caller, new Bucket(after, now));
      return new Standing(
          isAdmitted,
          settings.requests(),
          (int) after,
          time(Math.max(0, 1 - after)),
          time(settings.requests() - after));
    }
  }

  private double filled(Bucket bucket, Instant now) {
    double passed = Math.max(0, Duration.between(bucket.at(), now).toNanos());
    double more = passed * settings.requests() / settings.window().toNanos();
    return Math.min(settings.requests(), bucket.left() + more);
  }

  private Duration time(double requests) {
    return Duration.ofNanos((long) (requests * settings.window().toNanos() / settings.requests()));
  }
}
