package dev.slipway.activities.provider;

import dev.slipway.workflows.provider.FailureClass;
import java.util.Optional;

/// Which provider stands behind a location.
public interface Providers {

  /// The provider at a location, empty when there is no such location.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | no adapter of the name the location has | `UNSUPPORTED` | a person |
  ///
  /// @param location the location's code
  /// @throws dev.slipway.workflows.tenant.StorageUnavailableException when our database is away
  Optional<ComputeProvider> find(String location);

  /// Like [#find], of a location that must exist.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | no such location | `INVALID` | a person |
  default ComputeProvider at(String location) {
    return find(location)
        .orElseThrow(
            () -> new ProviderException(FailureClass.INVALID, "There is no location " + location));
  }
}
