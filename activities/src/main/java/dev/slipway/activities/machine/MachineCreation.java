package dev.slipway.activities.machine;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.step.StepKey;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Finds the machine of a key, or asks for it.
@Singleton
final class MachineCreation {

  private final StepLedger ledger;
  private final MachineRemoval removal;
  private final FirstStart firstStart;
  private final HeldRoom heldRoom;

  MachineCreation(
      StepLedger ledger, MachineRemoval removal, FirstStart firstStart, HeldRoom heldRoom) {
    this.ledger = ledger;
    this.removal = removal;
    this.firstStart = firstStart;
    this.heldRoom = heldRoom;
  }

  /// The machine of a key; a wreck of ours is removed and made again.
  ///
  /// @throws ProviderException of class `CONFLICT` when the machine was adopted and is gone
  MachineTask findOrCreate(ComputeProvider provider, CreateMachine request, String key) {
    Optional<ProviderMachine> present =
        ledger
            .ofKey(key)
            .map(ExternalObject::externalId)
            .flatMap(provider::read)
            .or(() -> provider.find(key).single(key));
    if (present.isEmpty()) {
      refuseInPlaceOfAdopted(key);
      return create(provider, request, key);
    }
    ProviderMachine machine = present.get();
    if (ledger.isAdopted(key, machine.externalId())) {
      // A run that came after it held room once more.
      heldRoom.giveUp(provider, request);
      return new MachineTask(request, key, machine.externalId(), null);
    }
    if (machine.state() == ProviderMachine.State.ERROR) {
      removal.delete(provider, machine.externalId(), key);
      return create(provider, request, key);
    }
    return new MachineTask(request, key, machine.externalId(), null);
  }

  private void refuseInPlaceOfAdopted(String key) {
    ledger
        .ofKey(key)
        .filter(ExternalObject::isAdopted)
        .ifPresent(object -> {
          throw new ProviderException(
              FailureClass.CONFLICT,
              "The adopted machine %s is gone: adopt another, change the inputs, or abort"
                  .formatted(object.externalId()));
        });
  }

  private MachineTask create(ComputeProvider provider, CreateMachine request, String key) {
    String room = request.reservation().externalId();
    StepKey present = StepKey.of(key);
    if (!present.isFirst()) {
      refuseBesideFormer(provider, present);
      if (StepAttempt.current().key().equals(key)) {
        // what is made again was checked when it was made
        firstStart.checkImage(request);
      }
      room = heldRoom.again(provider, request);
    }
    Started started = provider.start(operationOf(request, room), key);
    String machine = started.externalId();
    if (machine == null) {
      // Some providers name a machine only once it is built: it is found by its key then.
      throw new ProviderException(
          FailureClass.UNKNOWN_OUTCOME, "The provider accepted %s without an id".formatted(key));
    }
    return new MachineTask(request, key, machine, started.taskRef());
  }

  /// A machine made with earlier inputs, whose undo was skipped, has the addresses and the room
  /// that this one would have.
  private static void refuseBesideFormer(ComputeProvider provider, StepKey present) {
    present
        .former()
        .flatMap(former -> LeftMachines.bearers(provider, former.toString()))
        .findFirst()
        .ifPresent(left -> {
          throw new ProviderException(
              FailureClass.CONFLICT,
              "%s, made with the inputs before, still has what this machine would get: remove it at the provider, then retry"
                  .formatted(left.externalId()));
        });
  }

  private Operation.Create operationOf(CreateMachine request, String room) {
    return new Operation.Create(
        request.name(),
        request.reservation().size(),
        request.image(),
        room.isEmpty() ? null : room,
        request.addresses(),
        request.networks(),
        firstStart.sshKeysOf(request),
        firstStart.userDataOf(request),
        ownerOf(request));
  }

  /// Whom a machine is made for.
  static Owner ownerOf(CreateMachine request) {
    String action = StepAttempt.current().context().action();
    return new Owner(action, request.tenant(), request.server());
  }
}
