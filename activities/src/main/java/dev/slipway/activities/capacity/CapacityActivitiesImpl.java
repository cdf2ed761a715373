package dev.slipway.activities.capacity;

import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.Capability;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.ReserveCapacity;
import jakarta.inject.Singleton;

/// Room at providers, under the key of the step.
@Singleton
final class CapacityActivitiesImpl implements CapacityActivities {

  private static final String KIND = "reservation";

  private final Providers providers;
  private final StepLedger ledger;

  CapacityActivitiesImpl(Providers providers, StepLedger ledger) {
    this.providers = providers;
    this.ledger = ledger;
  }

  @Override
  public Reservation reserve(ReserveCapacity request) {
    ComputeProvider provider = providers.at(request.location());
    if (!provider.capabilities().contains(Capability.RESERVE_CAPACITY)) {
      return Reservation.expected(request);
    }
    String key = StepAttempt.current().key();
    Reservation held =
        provider
            .findReservation(key)
            .single(key)
            .orElseGet(() -> provider.reserve(request.size(), ownerOf(request), key));
    ledger.has(
        Origin.CREATED,
        KIND,
        held.externalId(),
        new StepLedger.Place(request.location(), request.tenant()));
    return held;
  }

  @Override
  public void release(ReserveCapacity request) {
    // A location that does not exist cannot hold room.
    providers.find(request.location()).ifPresent(this::release);
    ledger.hasNothing();
  }

  private void release(ComputeProvider provider) {
    if (provider.capabilities().contains(Capability.RESERVE_CAPACITY)) {
      String key = StepAttempt.current().key();
      ledger
          .toTakeBack(KIND, provider.findReservation(key), Reservation::externalId)
          .forEach(provider::releaseReservation);
    }
  }

  private static Owner ownerOf(ReserveCapacity request) {
    String action = StepAttempt.current().context().action();
    return new Owner(action, request.tenant(), request.server());
  }
}
