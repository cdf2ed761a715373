package dev.slipway.api.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Lets work for the same name in this process go one after the other, first come, first served.
/// Names may share a turn with others.
final class Turns {

  private static final int TURNS = 128;

  private final List<Lock> turns =
      Stream.<Lock>generate(() -> new ReentrantLock(true)).limit(TURNS).toList();
  private final Duration patience;

  /// @param patience how long work waits for its turn
  Turns(Duration patience) {
    this.patience = patience;
  }

  /// Does the work when it is its turn.
  ///
  /// @param tooLate what is thrown when its turn did not come in time
  <T> T in(String name, Supplier<T> work, Supplier<? extends RuntimeException> tooLate) {
    Lock turn = turns.get(Math.floorMod(name.hashCode(), TURNS));
    if (!comes(turn)) {
      throw tooLate.get();
    }
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  private boolean comes(Lock turn) {
    try {
      return turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
