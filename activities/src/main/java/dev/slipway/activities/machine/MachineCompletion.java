package dev.slipway.activities.machine;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.TaskState;
import dev.slipway.workflows.machine.Machine;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Sees a machine through until it is built. Where its task cannot tell, the machine itself does.
@Singleton
final class MachineCompletion {

  private final TaskWatch watch;
  private final MachineCreation creation;
  private final MachineRemoval removal;
  private final StepLedger ledger;

  MachineCompletion(
      TaskWatch watch, MachineCreation creation, MachineRemoval removal, StepLedger ledger) {
    this.watch = watch;
    this.creation = creation;
    this.removal = removal;
    this.ledger = ledger;
  }

  /// Returns once the machine of a task is built; makes it again when it is gone.
  ///
  /// @throws ProviderException when it failed to build; the wreck is gone by then
  Machine complete(ComputeProvider provider, MachineTask task) {
    String taskRef = task.taskRef();
    TaskState end = taskRef == null ? new TaskState.Lost() : watch.follow(provider, taskRef);
    if (end instanceof TaskState.Succeeded) {
      return new Machine(task.request(), task.key(), task.externalId());
    }
    watch.until(() -> !isState(provider, task, ProviderMachine.State.CREATING));
    Optional<ProviderMachine> machine = provider.read(task.externalId());
    if (machine.isEmpty()) {
      return complete(provider, again(provider, task));
    }
    if (machine.get().state() == ProviderMachine.State.ERROR) {
      throw clearedAway(provider, task, end);
    }
    return new Machine(task.request(), task.key(), task.externalId());
  }

  private static boolean isState(
      ComputeProvider provider, MachineTask task, ProviderMachine.State state) {
    return provider.read(task.externalId()).filter(m -> m.state() == state).isPresent();
  }

  private MachineTask again(ComputeProvider provider, MachineTask task) {
    Optional<ExternalObject> former = ledger.ofKey(task.key());
    if (isAdopted(former)) {
      throw new ProviderException(
          FailureClass.CONFLICT, "The adopted machine %s is gone".formatted(task.externalId()));
    }
    if (former.isEmpty()) {
      throw new ProviderException(
          FailureClass.CONFLICT, "The machine %s was taken back".formatted(task.externalId()));
    }
    MachineTask present = creation.findOrCreate(provider, task.request(), task.key());
    ledger.madeAgain(former.get(), present.externalId());
    return present;
  }

  private ProviderException clearedAway(ComputeProvider provider, MachineTask task, TaskState end) {
    String machine = task.externalId();
    if (isAdopted(ledger.ofKey(task.key()))) {
      return new ProviderException(
          FailureClass.CONFLICT, "The adopted machine %s does not work".formatted(machine));
    }
    removal.delete(provider, machine, task.key());
    return end instanceof TaskState.Failed(var failure, var text)
            && failure.rule() == FailureClass.Rule.PARK
        ? new ProviderException(failure, text)
        : new ProviderException(
            FailureClass.UNKNOWN_OUTCOME, "%s failed to build and was removed".formatted(machine));
  }

  private static boolean isAdopted(Optional<ExternalObject> object) {
    return object.filter(ExternalObject::isAdopted).isPresent();
  }
}
