package dev.slipway.deploy.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for something another process does, because processes send no notification.
final class Poll {

  private static final Duration INTERVAL = Duration.ofMillis(20);

  private Poll() {}

  /// Looks again and again: true as soon as the condition holds, false when it does not within the
  /// limit.
  ///
  /// @throws StartFailedException when the waiting thread is interrupted
  static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      pause(INTERVAL);
    }
    return true;
  }

  /// Lets the thread rest.
  ///
  /// @throws StartFailedException when the waiting thread is interrupted
  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailedException("interrupted while waiting for a local process", e);
    }
  }
}
