package dev.slipway.api.server;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets work for the same name in this process go one after the other, first come, first served.
/// Work for different names never waits for each other, and a name is kept no longer than its work.
final class Turns {

  private final ConcurrentMap<String, Queue> queues = new ConcurrentHashMap<>();
  private final Duration patience;

  /// @param patience how long work waits for its turn
  Turns(Duration patience) {
    this.patience = patience;
  }

  private record Queue(Lock turn, int length) {

    static Queue joined(@Nullable Queue queue) {
      return queue == null
          ? new Queue(new ReentrantLock(true), 1)
          : new Queue(queue.turn, queue.length + 1);
    }

    @Nullable Queue left() {
      return length == 1 ? null : new Queue(turn, length - 1);
    }
  }

  /// Does the work when it is its turn.
  ///
  /// @param tooLate what is thrown when its turn did not come in time
  <T> T in(String name, Supplier<T> work, Supplier<? extends RuntimeException> tooLate) {
    Queue queue = queues.compute(name, (_, present) -> Queue.joined(present));
    try {
      return inTurn(queue.turn(), work, tooLate);
    } finally {
      queues.computeIfPresent(name, (_, present) -> present.left());
    }
  }

  /// How many names have work that is being done or waits.
  int names() {
    return queues.size();
  }

  private <T> T inTurn(Lock turn, Supplier<T> work, Supplier<? extends RuntimeException> tooLate) {
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
