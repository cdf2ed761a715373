package dev.slipway.activities.machine;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.provider.FailureClass;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Takes machines back: destroys what we made, lets go what a person made.
@Singleton
final class MachineRemoval {

  private final StepLedger ledger;
  private final TaskWatch watch;
  private final MachineRelease release;

  MachineRemoval(StepLedger ledger, TaskWatch watch, MachineRelease release) {
    this.ledger = ledger;
    this.watch = watch;
    this.release = release;
  }

  /// Takes back whatever the attempt's step has.
  void takeBack(ComputeProvider provider, CreateMachine request) {
    Optional<ExternalObject> adopted = ledger.mine().filter(ExternalObject::isAdopted);
    if (adopted.isPresent()) {
      release.letGo(provider, adopted.get().externalId(), request);
      return;
    }
    String key = StepAttempt.current().key();
    ledger
        .toTakeBack(
            "machine",
            provider.find(key),
            ProviderMachine::externalId,
            new StepLedger.Place(request.reservation().location(), request.tenant()))
        .forEach(machine -> delete(provider, machine, key));
  }

  /// Deletes a machine and returns once it is gone.
  void delete(ComputeProvider provider, String machine, String key) {
    Started deletion = provider.start(new Operation.Delete(machine), key + "/delete/" + machine);
    watch
        .end(provider, deletion, () -> provider.read(machine).isEmpty())
        .ifPresent(failed -> {
          throw new ProviderException(
              FailureClass.UNKNOWN_OUTCOME, "Deleting %s: %s".formatted(machine, failed.text()));
        });
  }
}
