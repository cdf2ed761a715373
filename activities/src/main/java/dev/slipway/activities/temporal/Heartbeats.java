package dev.slipway.activities.temporal;

import io.temporal.activity.ActivityExecutionContext;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/// The heartbeats of one worker's activities. Once it stops, whoever waits inside a call learns of
/// it with his next one.
final class Heartbeats {

  private final Pulse pulse;
  private volatile boolean isStopping;

  Heartbeats(Pulse pulse) {
    this.pulse = pulse;
  }

  /// Keeps an activity alive that is inside a long call.
  ScheduledFuture<?> keep(ActivityExecutionContext activity) {
    return pulse.keep(activity);
  }

  /// Tells that an activity is alive.
  ///
  /// @param percent how far it is, null when unknown
  /// @throws WorkerStopsException when its worker stops
  /// @throws io.temporal.client.ActivityCompletionException when it was cancelled
  void beat(ActivityExecutionContext activity, @Nullable Integer percent) {
    if (isStopping) {
      throw new WorkerStopsException();
    }
    activity.heartbeat(percent);
  }

  /// From now on nobody waits inside a call.
  void stop() {
    isStopping = true;
  }
}
