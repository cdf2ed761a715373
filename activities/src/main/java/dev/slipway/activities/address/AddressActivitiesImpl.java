package dev.slipway.activities.address;

import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.AddressFamily;
import dev.slipway.activities.provider.Capability;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ComputeProvider.AllocatedAddresses;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.address.AllocateAddresses;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/// Addresses at providers, under the key of the step.
@Singleton
final class AddressActivitiesImpl implements AddressActivities {

  private static final String KIND = "address";
  private static final String PUBLIC_NETWORK = "public";

  private final Providers providers;
  private final StepLedger ledger;

  AddressActivitiesImpl(Providers providers, StepLedger ledger) {
    this.providers = providers;
    this.ledger = ledger;
  }

  @Override
  public Addresses allocate(AllocateAddresses request) {
    ComputeProvider provider = providers.at(request.location());
    Set<AddressFamily> families = familiesOf(request);
    if (families.isEmpty() || !canAllocate(provider)) {
      return Addresses.expected(request);
    }
    String key = StepAttempt.current().key();
    AllocatedAddresses allocated =
        provider
            .findAddresses(key)
            .single(key)
            .orElseGet(() -> provider.allocateAddresses(families, ownerOf(request), key));
    ledger.has(
        Origin.CREATED,
        KIND,
        allocated.externalId(),
        new StepLedger.Place(request.location(), request.tenant()));
    return allocated.addresses();
  }

  @Override
  public void release(AllocateAddresses request) {
    // A location that does not exist cannot have given addresses out.
    providers.find(request.location()).ifPresent(this::release);
    ledger.hasNothing();
  }

  private void release(ComputeProvider provider) {
    if (canAllocate(provider)) {
      String key = StepAttempt.current().key();
      ledger
          .toTakeBack(KIND, provider.findAddresses(key), AllocatedAddresses::externalId)
          .forEach(provider::releaseAddresses);
    }
  }

  private static boolean canAllocate(ComputeProvider provider) {
    return provider.capabilities().contains(Capability.ALLOCATE_ADDRESSES);
  }

  private static Set<AddressFamily> familiesOf(AllocateAddresses request) {
    return request.networks().contains(PUBLIC_NETWORK)
        ? EnumSet.allOf(AddressFamily.class)
        : EnumSet.noneOf(AddressFamily.class);
  }

  private static Owner ownerOf(AllocateAddresses request) {
    String action = StepAttempt.current().context().action();
    return new Owner(action, request.tenant(), request.server());
  }
}
