package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.ProviderException;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.NoRoomException;
import dev.slipway.workflows.simulator.SimulatedAddress;
import dev.slipway.workflows.simulator.SimulatedMachine;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.simulator.Timing;
import dev.slipway.workflows.simulator.UnknownSimulatorException;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/// The controls of the simulated cloud, on its own tables.
@Singleton
final class JdbcSimulators implements Simulators {

  private final Transactions transactions;
  private final TimingRows timings;
  private final Faults faults;
  private final SimulatedLedger ledger;

  JdbcSimulators(
      Transactions transactions, TimingRows timings, Faults faults, SimulatedLedger ledger) {
    this.transactions = transactions;
    this.timings = timings;
    this.faults = faults;
    this.ledger = ledger;
  }

  @Override
  public List<String> locations() {
    return transactions.in(
        Scope.PLATFORM, () -> timings.all().stream().map(TimingRow::location).toList());
  }

  @Override
  public List<FaultRule> faults(String location) {
    return at(location, known -> faults.left(location));
  }

  @Override
  public void replaceFaults(String location, List<FaultRule> rules) {
    at(
        location,
        known -> {
          faults.replace(location, rules);
          return known;
        });
  }

  @Override
  public Timing timing(String location) {
    return at(location, TimingRow::toTiming);
  }

  @Override
  public void replaceTiming(String location, Timing timing) {
    at(
        location,
        known -> {
          timings.replace(
              location,
              timing.create().toMillis(),
              timing.power().toMillis(),
              timing.configure().toMillis(),
              timing.delete().toMillis(),
              timing.variance());
          return known;
        });
  }

  @Override
  public List<SimulatedMachine> machines(String location) {
    return at(location, known -> ledger.machines().newest(location));
  }

  @Override
  public List<SimulatedAddress> addresses(String location) {
    return at(location, known -> ledger.addresses().newest(location));
  }

  @Override
  public String createByHand(String location, String name, ServerSize size, String image) {
    try {
      return at(location, known -> ledger.building().createByHand(location, name, size, image));
    } catch (ProviderException refused) {
      if (refused.failure() == FailureClass.CAPACITY) {
        throw new NoRoomException(location, refused);
      }
      throw refused;
    }
  }

  private <T> T at(String location, Function<TimingRow, T> work) {
    return transactions.in(
        Scope.PLATFORM,
        () ->
            work.apply(
                timings.of(location).orElseThrow(() -> new UnknownSimulatorException(location))));
  }
}
