package dev.slipway.activities.provider.simulator;

import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.server.ServerSize;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `sim_reservation`.
@MappedEntity("sim_reservation")
record ReservationRow(
    @Id String externalId, String location, String host, int vcpus, int memoryMib, int diskGib) {

  ServerSize size() {
    return new ServerSize(vcpus, memoryMib, diskGib);
  }

  Reservation toReservation() {
    return new Reservation(externalId, location, size());
  }
}
