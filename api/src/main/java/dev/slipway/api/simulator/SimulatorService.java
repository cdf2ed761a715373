package dev.slipway.api.simulator;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.SimulatedAddress;
import dev.slipway.workflows.simulator.SimulatedMachine;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.simulator.Timing;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Switches faults of simulated locations and reads their ledger. An unknown location is refused
/// with [dev.slipway.workflows.simulator.UnknownSimulatorException], which is `not_found`.
@Singleton
public class SimulatorService {

  private final Transactions transactions;
  private final Simulators simulators;

  SimulatorService(Transactions transactions, Simulators simulators) {
    this.transactions = transactions;
    this.simulators = simulators;
  }

  /// Codes of the simulated locations.
  public List<String> locations(Caller caller) {
    return as(caller, simulators::locations);
  }

  /// The faults that are left, in the order they are tried.
  public List<FaultRule> faults(Caller caller, String location) {
    return as(caller, () -> simulators.faults(location));
  }

  /// Replaces the faults.
  public List<FaultRule> replaceFaults(Caller caller, String location, List<FaultRule> faults) {
    return as(
        caller,
        () -> {
          simulators.replaceFaults(location, faults);
          return simulators.faults(location);
        });
  }

  /// The present timing.
  public Timing timing(Caller caller, String location) {
    return as(caller, () -> simulators.timing(location));
  }

  /// Replaces the timing.
  public Timing replaceTiming(Caller caller, String location, Timing timing) {
    return as(
        caller,
        () -> {
          simulators.replaceTiming(location, timing);
          return simulators.timing(location);
        });
  }

  /// Every machine ever made, newest first.
  public List<SimulatedMachine> machines(Caller caller, String location) {
    return as(caller, () -> simulators.machines(location));
  }

  /// Makes a machine as a person would in the provider's own panel: what an operator may then
  /// adopt.
  ///
  /// @param receipt runs in the transaction that makes it
  /// @throws dev.slipway.workflows.simulator.NoRoomException when no host has room
  SimulatedMachine createByHand(
      Caller caller, String location, NewMachine wanted, Consumer<SimulatedMachine> receipt) {
    return as(
        caller,
        () -> {
          String id =
              simulators.createByHand(
                  location, wanted.name().value(), wanted.size(), wanted.image());
          SimulatedMachine made =
              simulators.machines(location).stream()
                  .filter(machine -> machine.externalId().equals(id))
                  .findFirst()
                  .orElseThrow();
          receipt.accept(made);
          return made;
        });
  }

  /// Every address ever allocated, newest first.
  public List<SimulatedAddress> addresses(Caller caller, String location) {
    return as(caller, () -> simulators.addresses(location));
  }

  private <T> T as(Caller caller, Supplier<T> work) {
    caller.require(Permission.SIMULATOR_MANAGE);
    return transactions.in(caller.scope(), work);
  }
}
