package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.AddressFamily;
import dev.slipway.activities.provider.ComputeProvider.AllocatedAddresses;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.simulator.SimulatedAddress;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The address pools; call it inside a transaction.
@Singleton
final class AddressPools {

  private final AddressRows rows;
  private final Pools pools;
  private final Clock clock;

  AddressPools(AddressRows rows, Pools pools, Clock clock) {
    this.rows = rows;
    this.pools = pools;
    this.clock = clock;
  }

  AllocatedAddresses allocate(
      String location, Set<AddressFamily> families, Owner owner, String key) {
    rows.hold(location, key);
    List<AddressRow> present = rows.ofKey(location, key);
    return present.isEmpty() ? take(location, families, owner, key) : join(location, present);
  }

  Found<AllocatedAddresses> find(String location, String key) {
    List<AddressRow> present = rows.ofKey(location, key);
    return present.isEmpty() ? new Found.None<>() : new Found.One<>(join(location, present));
  }

  /// Whether an address is given out.
  boolean isInUse(String location, String address) {
    return rows.inUse(location, address).isPresent();
  }

  void release(String location, String allocation) {
    rows.release(location, allocation, clock.instant());
  }

  List<SimulatedAddress> newest(String location) {
    return rows.newest(location).stream().map(AddressRow::toAddress).toList();
  }

  private AllocatedAddresses take(
      String location, Set<AddressFamily> families, Owner owner, String key) {
    Map<AddressFamily, String> taken = new EnumMap<>(AddressFamily.class);
    for (AddressFamily family : AddressFamily.values()) {
      if (families.contains(family)) {
        taken.put(family, next(location, family));
      }
    }
    String allocation = "addr-" + UUID.randomUUID();
    taken.forEach((family, address) ->
        rows.insert(
            allocation,
            location,
            family.number(),
            address,
            key,
            owner.action(),
            owner.tenant(),
            owner.server(),
            clock.instant()));
    return new AllocatedAddresses(
        allocation,
        new Addresses(location, taken.get(AddressFamily.IPV4), taken.get(AddressFamily.IPV6)));
  }

  private String next(String location, AddressFamily family) {
    return pools
        .take(location, family.number())
        .orElseThrow(() ->
            new ProviderException(
                FailureClass.CAPACITY,
                "No %s address is left at simulator/%s".formatted(family, location)));
  }

  private static AllocatedAddresses join(String location, List<AddressRow> rows) {
    return new AllocatedAddresses(
        rows.getFirst().allocation(),
        new Addresses(location, of(AddressFamily.IPV4, rows), of(AddressFamily.IPV6, rows)));
  }

  private static @Nullable String of(AddressFamily family, List<AddressRow> rows) {
    for (AddressRow row : rows) {
      if (row.family() == family.number()) {
        return row.address();
      }
    }
    return null;
  }
}
