package dev.slipway.activities.capacity;

import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.machine.LeftMachines;
import dev.slipway.activities.provider.Capability;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.server.ChangedInputs;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.ReserveCapacity;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Room at providers, under the key of the step.
@Singleton
final class CapacityActivitiesImpl implements CapacityActivities {

  private static final String KIND = "reservation";

  private final Providers providers;
  private final StepLedger ledger;
  private final LeftMachines machines;
  private final ChangedInputs changed;

  CapacityActivitiesImpl(
      Providers providers, StepLedger ledger, LeftMachines machines, ChangedInputs changed) {
    this.providers = providers;
    this.ledger = ledger;
    this.machines = machines;
    this.changed = changed;
  }

  @Override
  public Reservation reserve(ReserveCapacity request) {
    ComputeProvider provider = providers.at(request.location());
    if (!provider.capabilities().contains(Capability.RESERVE_CAPACITY)) {
      changed.checkLocation(request.server(), request.location());
      return Reservation.expected(request);
    }
    String key = StepAttempt.current().key();
    Reservation held =
        provider
            .findReservation(key)
            .single(key)
            .or(() -> givenUp(request))
            .orElseGet(() -> hold(provider, request, key));
    ledger.has(Origin.CREATED, KIND, held.externalId(), placeOf(request));
    return held;
  }

  private Reservation hold(ComputeProvider provider, ReserveCapacity request, String key) {
    changed.checkLocation(request.server(), request.location());
    return provider.reserve(request.size(), ownerOf(request), key);
  }

  /// What was held before an adoption gave it up: while the adopted machine is the order's, nobody
  /// needs it.
  private Optional<Reservation> givenUp(ReserveCapacity request) {
    boolean isAdopted =
        ledger.ofAction("machine").stream()
            .anyMatch(
                machine -> machine.isAdopted() && machine.location().equals(request.location()));
    return ledger
        .mine()
        .filter(former -> isAdopted)
        .map(former -> new Reservation(former.externalId(), request.location(), request.size()));
  }

  @Override
  public void release(ReserveCapacity request) {
    // A location that does not exist cannot hold room.
    Optional<ComputeProvider> provider =
        providers
            .find(request.location())
            .filter(known -> known.capabilities().contains(Capability.RESERVE_CAPACITY));
    if (provider.isEmpty() || release(provider.get(), request)) {
      ledger.hasNothing();
    }
  }

  /// Frees the room, unless a machine that was left stands in it.
  ///
  /// @return whether it is free
  private boolean release(ComputeProvider provider, ReserveCapacity request) {
    String key = StepAttempt.current().key();
    Found<Reservation> found = provider.findReservation(key);
    Optional<ProviderMachine> user =
        machines.madeAt(provider, request.location()).stream().findFirst();
    if (found instanceof Found.One(var held) && user.isPresent()) {
      String note = "Kept, for the machine %s stands in it".formatted(user.get().externalId());
      StepAttempt.current().residual(KIND, note, held.externalId());
      return false;
    }
    ledger
        .toTakeBack(KIND, found, Reservation::externalId, placeOf(request))
        .forEach(provider::releaseReservation);
    return true;
  }

  private static StepLedger.Place placeOf(ReserveCapacity request) {
    return new StepLedger.Place(request.location(), request.tenant());
  }

  private static Owner ownerOf(ReserveCapacity request) {
    String action = StepAttempt.current().context().action();
    return new Owner(action, request.tenant(), request.server());
  }
}
