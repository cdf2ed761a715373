package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What a machine needs before it can be built; call it inside a transaction.
@Singleton
final class Requirements {

  private final Rooms rooms;
  private final AddressPools addresses;
  private final Catalog catalog;

  Requirements(Rooms rooms, AddressPools addresses, Catalog catalog) {
    this.rooms = rooms;
    this.addresses = addresses;
    this.catalog = catalog;
  }

  /// The room a new machine takes: the one reserved, or one taken for it.
  ///
  /// @throws ProviderException when room, image, an address or a network is missing
  String roomFor(String location, Operation.Create wanted) {
    requireImage(wanted.image());
    Stream.of(wanted.addresses().ipv4(), wanted.addresses().ipv6())
        .filter(Objects::nonNull)
        .forEach(address -> requireAddress(location, address));
    requireNetworks(location, wanted.networks());
    String reservation = wanted.reservation();
    return reservation == null
        ? rooms.takeByHand(location, wanted.size()).externalId()
        : reserved(location, reservation, wanted.size());
  }

  /// The simulated cloud has the images of our catalogue.
  void requireImage(String code) {
    if (catalog.image(code).isEmpty()) {
      throw new ProviderException(FailureClass.INVALID, "There is no image " + code);
    }
  }

  /// The simulated cloud has the networks of our catalogue.
  void requireNetworks(String location, List<String> codes) {
    for (String code : codes) {
      if (catalog.networks().stream().noneMatch(net -> net.isAt(location, code))) {
        throw new ProviderException(
            FailureClass.INVALID,
            "There is no network %s at simulator/%s".formatted(code, location));
      }
    }
  }

  /// Changes the room of a machine.
  void resize(MachineRow machine, ServerSize size) {
    rooms.resize(machine.location(), machine.reservation(), size);
  }

  /// Lets a machine's room go with it, unless it is held by a key.
  void releaseWith(MachineRow machine) {
    rooms.releaseWithMachine(machine.location(), machine.reservation());
  }

  private void requireAddress(String location, String address) {
    if (!addresses.isInUse(location, address)) {
      throw new ProviderException(
          FailureClass.INVALID, "%s is not allocated at simulator/%s".formatted(address, location));
    }
  }

  private String reserved(String location, String reservation, ServerSize size) {
    ReservationRow room =
        rooms
            .held(location, reservation)
            .orElseThrow(() ->
                new ProviderException(
                    FailureClass.CAPACITY,
                    "The room %s at simulator/%s is not held any more"
                        .formatted(reservation, location)));
    if (!room.size().equals(size)) {
      throw new ProviderException(
          FailureClass.INVALID, "The room %s is of another size".formatted(reservation));
    }
    return reservation;
  }
}
