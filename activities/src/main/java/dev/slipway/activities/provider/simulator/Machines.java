package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.simulator.SimulatedMachine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Machines as they stand, and their labels; call it inside a transaction.
@Singleton
final class Machines {

  private final MachineRows rows;
  private final Clock clock;

  Machines(MachineRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  Found<ProviderMachine> find(String location, String key) {
    List<MachineRow> found = rows.ofKey(location, key, clock.instant());
    return switch (found.size()) {
      case 0 -> new Found.None<>();
      case 1 -> new Found.One<>(found.getFirst().toMachine());
      default -> new Found.Ambiguous<>(found.stream().map(MachineRow::externalId).toList());
    };
  }

  Optional<ProviderMachine> read(String location, String externalId) {
    return rows.existing(location, externalId, clock.instant()).map(MachineRow::toMachine);
  }

  boolean answers(String location, String externalId) {
    return existing(location, externalId).stateNow() == ProviderMachine.State.RUNNING;
  }

  void label(String location, String externalId, Owner owner, String key) {
    rows.hold(location, key);
    MachineRow machine = existing(location, externalId);
    if (key.equals(machine.key())) {
      return;
    }
    if (machine.key() != null || find(location, key) instanceof Found.One<ProviderMachine> _) {
      throw new ProviderException(
          FailureClass.CONFLICT,
          "%s cannot be labelled %s: one of them belongs to something else"
              .formatted(externalId, key));
    }
    rows.label(location, externalId, key, owner.action(), owner.tenant(), owner.server());
  }

  void unlabel(String location, String externalId) {
    rows.label(location, externalId, null, null, null, null);
  }

  List<SimulatedMachine> newest(String location) {
    Instant now = clock.instant();
    return rows.newest(location, now).stream().map(row -> row.toLedger(now)).toList();
  }

  private MachineRow existing(String location, String externalId) {
    return rows.existing(location, externalId, clock.instant())
        .orElseThrow(() ->
            new ProviderException(
                FailureClass.NOT_FOUND,
                "There is no machine %s at simulator/%s".formatted(externalId, location)));
  }
}
