package dev.slipway.workflows.capacity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// Holds and frees room at a provider, under the key of the step's context.
@ActivityInterface
public interface CapacityActivities {

  /// Finds the reservation of the key, or makes it.
  @ActivityMethod(name = "ReserveCapacity")
  Reservation reserve(ReserveCapacity request);

  /// Frees the reservation of the key; nothing held is a success.
  @ActivityMethod(name = "ReleaseCapacity")
  void release(ReserveCapacity request);
}
