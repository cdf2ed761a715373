package dev.slipway.api.action;

import dev.slipway.workflows.tenant.StorageUnavailableException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What all who wait for changes read from the database: few at a time, as one change may wake
/// hundreds at once. While it is away one asks now and then, and the others know it from him.
@Singleton
class SharedReads {

  /// All that they take of the pool together.
  private static final int MOST_READING = 4;

  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(2);

  private final Semaphore readers = new Semaphore(MOST_READING, true);
  private final AtomicReference<@Nullable Absence> absence = new AtomicReference<>();

  /// The database did not answer.
  private record Absence(long knownSince, StorageUnavailableException told) {

    boolean isNews() {
      return System.nanoTime() - knownSince < UNTIL_ASKED_AGAIN.toNanos();
    }
  }

  /// Reads when it is the caller's turn.
  ///
  /// @throws StorageUnavailableException without a look where another has just been told so
  <T> T read(Supplier<T> read) {
    readers.acquireUninterruptibly();
    try {
      requirePresence();
      return look(read);
    } finally {
      readers.release();
    }
  }

  private <T> T look(Supplier<T> read) {
    try {
      T found = read.get();
      absence.set(null);
      return found;
    } catch (StorageUnavailableException away) {
      absence.set(new Absence(System.nanoTime(), away));
      throw away;
    } catch (RuntimeException refused) {
      absence.set(null);
      throw refused;
    }
  }

  /// One of those who come when the news is old passes, and the others go on believing it.
  private void requirePresence() {
    Absence known = absence.get();
    if (known != null
        && (known.isNews()
            || !absence.compareAndSet(known, new Absence(System.nanoTime(), known.told())))) {
      throw new StorageUnavailableException("reading soon after it was away", known.told());
    }
  }
}
