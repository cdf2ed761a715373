package dev.slipway.activities.temporal;

import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.machine.MachineActivities;
import dev.slipway.workflows.server.ServerActivities;
import dev.slipway.workflows.step.CloseActivities;
import jakarta.inject.Singleton;

/// Every implementation of a step's activities, as a worker registers them.
@Singleton
record StepActivities(
    CapacityActivities capacity,
    AddressActivities address,
    MachineActivities machine,
    ServerActivities server,
    CloseActivities close) {

  Object[] all() {
    return new Object[] {capacity, address, machine, server, close};
  }
}
