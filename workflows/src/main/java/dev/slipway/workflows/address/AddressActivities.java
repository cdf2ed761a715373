package dev.slipway.workflows.address;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// Allocates and releases addresses at a provider, under the key of the step's context.
@ActivityInterface
public interface AddressActivities {

  /// Finds the addresses of the key, or allocates them.
  @ActivityMethod(name = "AllocateAddresses")
  Addresses allocate(AllocateAddresses request);

  /// Releases the addresses of the key; none allocated is a success.
  @ActivityMethod(name = "ReleaseAddresses")
  void release(AllocateAddresses request);
}
