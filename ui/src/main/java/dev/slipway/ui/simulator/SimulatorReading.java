package dev.slipway.ui.simulator;

import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.SimulatedAddress;
import dev.slipway.workflows.simulator.SimulatedMachine;
import dev.slipway.workflows.simulator.Timing;
import java.util.List;

/// A simulated location at one moment.
record SimulatorReading(
    List<FaultRule> faults,
    Timing timing,
    List<SimulatedMachine> machines,
    List<SimulatedAddress> addresses) {}
