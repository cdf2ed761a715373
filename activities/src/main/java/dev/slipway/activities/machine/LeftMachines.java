package dev.slipway.activities.machine;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.ProviderMachine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Machines that exist though the attempt's action is being undone: the undo of what made them was
/// skipped. What they use is nobody else's.
@Singleton
public final class LeftMachines {

  private static final String KIND = "machine";

  private final StepLedger ledger;

  LeftMachines(StepLedger ledger) {
    this.ledger = ledger;
  }

  /// The machines at a location, adopted ones included.
  public List<ProviderMachine> at(ComputeProvider provider, String location) {
    return Stream.concat(recorded(provider, location, object -> true), unrecorded(provider))
        .distinct()
        .toList();
  }

  /// The machines at a location that were made for the action, and so stand in its room.
  public List<ProviderMachine> madeAt(ComputeProvider provider, String location) {
    return Stream.concat(
            recorded(provider, location, object -> object.origin() == Origin.CREATED),
            unrecorded(provider))
        .distinct()
        .toList();
  }

  private Stream<ProviderMachine> recorded(
      ComputeProvider provider, String location, Predicate<ExternalObject> which) {
    return ledger.ofAction(KIND).stream()
        .filter(machine -> machine.location().equals(location))
        .filter(which)
        .flatMap(machine -> provider.read(machine.externalId()).stream());
  }

  private Stream<ProviderMachine> unrecorded(ComputeProvider provider) {
    return ledger.keysLeft().stream().flatMap(key -> bearers(provider, key));
  }

  static Stream<ProviderMachine> bearers(ComputeProvider provider, String key) {
    return switch (provider.find(key)) {
      case Found.None<ProviderMachine> _ -> Stream.empty();
      case Found.One<ProviderMachine>(var machine) -> Stream.of(machine);
      case Found.Ambiguous<ProviderMachine>(var ids) ->
          ids.stream().map(provider::read).flatMap(Optional::stream);
    };
  }
}
