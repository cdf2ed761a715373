package dev.slipway.activities.machine;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.provider.TaskState;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.provider.FailureClass;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Takes machines back: destroys what we made, lets go what a person made.
@Singleton
final class MachineRemoval {

  private final StepLedger ledger;
  private final TaskWatch watch;

  MachineRemoval(StepLedger ledger, TaskWatch watch) {
    this.ledger = ledger;
    this.watch = watch;
  }

  /// Takes back whatever the attempt's step has.
  void takeBack(ComputeProvider provider) {
    Optional<ExternalObject> adopted =
        ledger.mine().filter(object -> object.origin() == Origin.ADOPTED);
    if (adopted.isPresent()) {
      letGo(provider, adopted.get().externalId());
      return;
    }
    String key = StepAttempt.current().key();
    ledger
        .toTakeBack("machine", provider.find(key), ProviderMachine::externalId)
        .forEach(machine -> delete(provider, machine, key));
  }

  /// Deletes a machine and returns once it is gone.
  void delete(ComputeProvider provider, String machine, String key) {
    Started deletion = provider.start(new Operation.Delete(machine), key + "/delete/" + machine);
    String task = deletion.taskRef();
    if (task == null) {
      return;
    }
    switch (watch.follow(provider, task)) {
      case TaskState.Failed(_, var text) ->
          throw new ProviderException(
              FailureClass.UNKNOWN_OUTCOME, "Deleting %s: %s".formatted(machine, text));
      case TaskState.Lost _ -> watch.until(() -> provider.read(machine).isEmpty());
      case TaskState.Succeeded _, TaskState.Running _ -> {}
    }
  }

  private static void letGo(ComputeProvider provider, String machine) {
    provider.unlabel(machine);
    StepAttempt.current()
        .residual("machine", "A person made it, so it was let go and still exists", machine);
  }
}
