package dev.slipway.deploy.bench.bare;

import io.temporal.activity.ActivityInterface;

/// A call that does nothing.
@ActivityInterface
public interface BareActivities {

  /// A text of so many bytes.
  String call(int answer, String padding);
}
