package dev.slipway.activities.temporal;

import java.time.Duration;

/// Lets time pass inside an activity.
@FunctionalInterface
public interface Pause {

  /// Returns after that time. Inside a step's activity it keeps the heartbeat going.
  ///
  /// @throws io.temporal.client.ActivityCompletionException when the call was cancelled meanwhile
  void of(Duration time);
}
