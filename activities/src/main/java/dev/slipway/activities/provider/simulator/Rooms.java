package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.Room;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Room on the hosts; call it inside a transaction.
@Singleton
final class Rooms {

  private final ReservationRows rows;
  private final Clock clock;

  Rooms(ReservationRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  Room roomFor(String location, ServerSize size) {
    return rows.isRoom(location, size.vcpus(), size.memoryMib(), size.diskGib())
        ? Room.THERE
        : Room.NONE;
  }

  Reservation reserve(String location, ServerSize size, Owner owner, String key) {
    rows.hold(location, key);
    return rows.ofKey(location, key)
        .map(ReservationRow::toReservation)
        .orElseGet(() -> take(location, size, owner, key));
  }

  /// Takes room for a machine made by hand.
  Reservation takeByHand(String location, ServerSize size) {
    return take(location, size, null, null);
  }

  Found<Reservation> find(String location, String key) {
    Optional<ReservationRow> row = rows.ofKey(location, key);
    return row.isPresent() ? new Found.One<>(row.get().toReservation()) : new Found.None<>();
  }

  /// The room a machine may take.
  Optional<ReservationRow> held(String location, String externalId) {
    return rows.held(location, externalId);
  }

  /// Makes a held room larger or smaller.
  void resize(String location, String externalId, ServerSize size) {
    if (rows.resize(externalId, size.vcpus(), size.memoryMib(), size.diskGib()) == 0) {
      throw noRoom(location, size);
    }
  }

  void release(String location, String externalId) {
    rows.release(location, externalId, clock.instant());
  }

  /// Frees the room of a deleted machine, unless somebody holds it by a key.
  void releaseWithMachine(String location, String externalId) {
    rows.withoutKey(location, externalId).ifPresent(row -> release(location, externalId));
  }

  private Reservation take(
      String location, ServerSize size, @Nullable Owner owner, @Nullable String key) {
    String host = hostFor(location, size);
    rows.takeRoom(host, size.vcpus(), size.memoryMib(), size.diskGib());
    String externalId = "room-" + UUID.randomUUID();
    rows.insert(
        externalId,
        location,
        host,
        key,
        owner == null ? null : owner.action(),
        owner == null ? null : owner.tenant(),
        owner == null ? null : owner.server(),
        size.vcpus(),
        size.memoryMib(),
        size.diskGib(),
        clock.instant());
    return new Reservation(externalId, location, size);
  }

  private String hostFor(String location, ServerSize size) {
    return rows.idleHost(location, size.vcpus(), size.memoryMib(), size.diskGib())
        .or(() -> rows.anyHost(location, size.vcpus(), size.memoryMib(), size.diskGib()))
        .orElseThrow(() -> noRoom(location, size));
  }

  private static ProviderException noRoom(String location, ServerSize size) {
    return new ProviderException(
        FailureClass.CAPACITY,
        "No host at simulator/%s has room for %d vCPUs, %d MiB and %d GiB"
            .formatted(location, size.vcpus(), size.memoryMib(), size.diskGib()));
  }
}
