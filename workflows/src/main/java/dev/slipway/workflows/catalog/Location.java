package dev.slipway.workflows.catalog;

import java.util.Optional;

/// A place servers can be ordered in.
///
/// @param id `loc_…`
/// @param code what orders name, such as `sim-1`
/// @param country ISO 3166 alpha-2
/// @param isAvailable whether it takes orders
/// @param provider the adapter behind it, operators only
public record Location(
    String id, String code, String name, String country, boolean isAvailable, String provider) {

  /// Why nothing can be ordered there, empty when it can.
  public Optional<Misfit> misfit() {
    return isAvailable
        ? Optional.empty()
        : Optional.of(new Misfit("location", "unavailable", name + " takes no orders at present."));
  }
}
