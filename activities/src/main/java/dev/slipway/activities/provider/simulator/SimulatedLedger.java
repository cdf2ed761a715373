package dev.slipway.activities.provider.simulator;

import jakarta.inject.Singleton;

/// What the simulated cloud made, and the door for what people make in it by hand.
@Singleton
record SimulatedLedger(Machines machines, AddressPools addresses, MachineBuilding building) {}
