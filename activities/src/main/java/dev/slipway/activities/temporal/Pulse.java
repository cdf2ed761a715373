package dev.slipway.activities.temporal;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Heartbeats for activities that are inside one long call, so that a live worker is never taken
/// for a dead one. Cancellation is noticed by the activity's own heartbeat, never forced on it
/// here.
@Singleton
class Pulse {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("step-pulse").daemon().unstarted(task));

  ScheduledFuture<?> keep(ActivityExecutionContext activity) {
    return beats.scheduleAtFixedRate(
        () -> beat(activity), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @SuppressWarnings("EmptyCatch") // the activity learns of it at its own next heartbeat
  private static void beat(ActivityExecutionContext activity) {
    try {
      activity.heartbeat(null);
    } catch (ActivityCompletionException cancelled) {
      // nothing to do here
    }
  }

  @PreDestroy
  void stop() {
    beats.shutdownNow();
  }
}
