package dev.slipway.activities.machine;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a machine made by hand in the place of one we would have made.
@Singleton
final class MachineAdoption {

  private final StepLedger ledger;
  private final HeldRoom room;

  MachineAdoption(StepLedger ledger, HeldRoom room) {
    this.ledger = ledger;
    this.room = room;
  }

  /// Labels a machine as the step's.
  ///
  /// @throws ProviderException of class `NOT_FOUND`, `INVALID` or `CONFLICT` that says what differs
  MachineTask adopt(ComputeProvider provider, CreateMachine request, String externalId) {
    String location = request.reservation().location();
    String key = StepAttempt.current().key();
    ProviderMachine machine =
        provider
            .read(externalId)
            .orElseThrow(() ->
                new ProviderException(
                    FailureClass.NOT_FOUND,
                    "There is no machine %s at %s".formatted(externalId, location)));
    refuseIfTaken(machine, request, location);
    refuseIfUnlike(machine, request);
    // What bears our key may be ours, or be adopted by an attempt that was lost.
    boolean isMade = isMade(provider, key, externalId) && !ledger.isAdopted(key, externalId);
    StepLedger.Place place = new StepLedger.Place(location, request.tenant());
    if (isMade) {
      label(provider, request, externalId);
    } else {
      refuseIfBound(ledger.takes("machine", externalId, place), machine);
      labelOrLeave(provider, request, externalId);
      room.giveUp(provider, request);
    }
    ledger.has(Origin.ADOPTED, "machine", externalId, place);
    return new MachineTask(request, key, externalId, null);
  }

  private static void label(ComputeProvider provider, CreateMachine request, String externalId) {
    provider.label(externalId, MachineCreation.ownerOf(request), StepAttempt.current().key());
  }

  private void labelOrLeave(ComputeProvider provider, CreateMachine request, String externalId) {
    try {
      label(provider, request, externalId);
    } catch (ProviderException refused) {
      if (refused.failure().rule() == FailureClass.Rule.PARK) {
        ledger.leaves();
      }
      throw refused;
    }
  }

  private void refuseIfTaken(ProviderMachine machine, CreateMachine request, String location) {
    refuseIfBound(ledger.boundElsewhere(machine.externalId(), location), machine);
    Owner owner = machine.owner();
    if (owner != null && !owner.tenant().equals(request.tenant())) {
      throw refusal(FailureClass.CONFLICT, machine, "it is labelled for another tenant");
    }
    if (owner != null && !owner.action().equals(StepAttempt.current().context().action())) {
      throw refusal(FailureClass.CONFLICT, machine, "it is labelled for action " + owner.action());
    }
  }

  private static void refuseIfBound(Optional<ExternalObject> holder, ProviderMachine machine) {
    holder.ifPresent(object -> {
      throw refusal(FailureClass.CONFLICT, machine, "it belongs to action " + object.action());
    });
  }

  private static void refuseIfUnlike(ProviderMachine machine, CreateMachine request) {
    List<String> differences = new ArrayList<>();
    ServerSize wanted = request.reservation().size();
    if (!machine.size().equals(wanted)) {
      differences.add(
          "it has %s where %s is ordered".formatted(text(machine.size()), text(wanted)));
    }
    if (!machine.image().equals(request.image())) {
      differences.add(
          "it has the image %s where %s is ordered".formatted(machine.image(), request.image()));
    }
    if (machine.state() != ProviderMachine.State.RUNNING) {
      differences.add("it is %s, not running".formatted(machine.state().code()));
    }
    if (!differences.isEmpty()) {
      throw refusal(FailureClass.INVALID, machine, String.join(", ", differences));
    }
  }

  /// Whether it is what this step made itself.
  private static boolean isMade(ComputeProvider provider, String key, String externalId) {
    Optional<ProviderMachine> made = provider.find(key).single(key);
    made.filter(other -> !other.externalId().equals(externalId))
        .ifPresent(other -> {
          throw new ProviderException(
              FailureClass.CONFLICT,
              "%s was made for this step already; a retry finds it".formatted(other.externalId()));
        });
    return made.isPresent();
  }

  private static String text(ServerSize size) {
    return "%d vCPUs, %d MiB and %d GiB".formatted(size.vcpus(), size.memoryMib(), size.diskGib());
  }

  private static ProviderException refusal(
      FailureClass failure, ProviderMachine machine, String why) {
    return new ProviderException(
        failure, "%s cannot be adopted: %s".formatted(machine.externalId(), why));
  }
}
