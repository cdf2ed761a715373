package dev.slipway.workflows.capacity;

import dev.slipway.workflows.server.ServerSize;

/// Room held at a location.
///
/// @param externalId the provider's id of the reservation
/// @param location the location's code
/// @param size what is held
public record Reservation(String externalId, String location, ServerSize size) {

  /// The reservation as far as it is known beforehand.
  public static Reservation expected(ReserveCapacity request) {
    return new Reservation("", request.location(), request.size());
  }
}
