package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.workflows.tenant.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// The event streams that are open in this process, so that nobody takes all there may be.
@Singleton
class OpenStreams {

  private static final Duration LATER = Duration.ofSeconds(10);

  /// All that streams take of the pool together: one change may wake hundreds at once.
  private static final int MOST_READING = 4;

  private final StreamSettings settings;
  private final Map<UserId, Integer> open = new ConcurrentHashMap<>();
  private final Semaphore readers = new Semaphore(MOST_READING, true);

  OpenStreams(StreamSettings settings, MeterRegistry meters) {
    this.settings = settings;
    Gauge.builder("slipway.streams.open", this, OpenStreams::count)
        .description("Event streams that are followed")
        .register(meters);
  }

  /// @throws ProblemException `rate_limit_exceeded` when a user has as many as he may
  void requireRoom(UserId user) {
    if (open.getOrDefault(user, 0) >= settings.most()) {
      throw ProblemException.tooMany("Too many open event streams.", LATER);
    }
  }

  /// A stream that is counted until it is closed.
  Counted count(UserId user) {
    open.merge(user, 1, Integer::sum);
    return () -> open.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
  }

  /// Reads from the database when it is the stream's turn.
  <T> T reading(Supplier<T> read) {
    readers.acquireUninterruptibly();
    try {
      return read.get();
    } finally {
      readers.release();
    }
  }

  private int count() {
    return open.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// One of them.
  interface Counted extends AutoCloseable {

    @Override
    void close();
  }
}
