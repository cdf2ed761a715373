package dev.slipway.activities.machine;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.Capability;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.machine.CreateMachine;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The room that an order holds for its machine. An adoption gives it up; a machine that is made
/// after that holds it once more, under the key of the step that held it first.
@Singleton
final class HeldRoom {

  private final StepLedger ledger;

  HeldRoom(StepLedger ledger) {
    this.ledger = ledger;
  }

  /// Holds the room once more where it was given up.
  ///
  /// @return the provider's id of the room
  String again(ComputeProvider provider, CreateMachine request) {
    String first = request.reservation().externalId();
    return keyOf(first)
        .map(key ->
            at(provider, key)
                .orElseGet(() ->
                    provider.reserve(
                        request.reservation().size(), MachineCreation.ownerOf(request), key)))
        .map(Reservation::externalId)
        .orElse(first);
  }

  /// Gives the room up, be it the first or held once more. An adopted machine has room of its own:
  /// nobody would ever use what was held for it.
  void giveUp(ComputeProvider provider, CreateMachine request) {
    if (provider.capabilities().contains(Capability.RESERVE_CAPACITY)) {
      String first = request.reservation().externalId();
      provider.releaseReservation(first);
      keyOf(first)
          .flatMap(key -> at(provider, key))
          .ifPresent(room -> provider.releaseReservation(room.externalId()));
    }
  }

  private Optional<String> keyOf(String room) {
    return ledger.ofAction("reservation").stream()
        .filter(object -> object.externalId().equals(room))
        .map(ExternalObject::key)
        .findFirst();
  }

  private static Optional<Reservation> at(ComputeProvider provider, String key) {
    return provider.findReservation(key).single(key);
  }
}
