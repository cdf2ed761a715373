package dev.slipway.activities.temporal;

import jakarta.inject.Singleton;
import java.time.Duration;

/// Sleeps in short pieces, with a heartbeat before each.
@Singleton
final class HeartbeatPause implements Pause {

  private static final Duration PIECE = Duration.ofMillis(250);

  @Override
  public void of(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      StepAttempt.running().ifPresent(attempt -> attempt.heartbeat(null));
      sleep(Math.min(left, PIECE.toNanos()));
    }
    StepAttempt.running().ifPresent(attempt -> attempt.heartbeat(null));
  }

  private static void sleep(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the worker stopped in mid-call", stopped);
    }
  }
}
