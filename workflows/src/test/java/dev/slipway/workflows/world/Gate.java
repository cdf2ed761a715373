package dev.slipway.workflows.world;

import io.temporal.activity.Activity;
import io.temporal.client.ActivityCanceledException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Holds an activity at work until the test lets it go, or, unless it is deaf, until it is
/// cancelled.
public final class Gate {

  private static final long TURN_MILLIS = 10;
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private final boolean isDeaf;
  private final CountDownLatch cancelled = new CountDownLatch(1);

  Gate(boolean isDeaf) {
    this.isDeaf = isDeaf;
  }

  /// Waits until the activity stands at the gate.
  public void awaitReached() {
    await(reached);
  }

  /// Waits until the activity learned that it is not wanted any more.
  public void awaitCancelled() {
    await(cancelled);
  }

  /// Lets the activity go.
  public void open() {
    opened.countDown();
  }

  /// Whether the activity learned that it is not wanted any more.
  public boolean wasCancelled() {
    return cancelled.getCount() == 0;
  }

  void pass() {
    reached.countDown();
    while (!isOpenAfterATurn()) {
      try {
        Activity.getExecutionContext().heartbeat(null);
      } catch (ActivityCanceledException unwanted) {
        cancelled.countDown();
        if (!isDeaf) {
          throw unwanted;
        }
      }
    }
  }

  private boolean isOpenAfterATurn() {
    try {
      return opened.await(TURN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing happened at the gate");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted before the gate", interrupted);
    }
  }
}
