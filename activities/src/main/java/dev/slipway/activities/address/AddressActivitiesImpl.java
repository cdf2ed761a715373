package dev.slipway.activities.address;

import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.machine.LeftMachines;
import dev.slipway.activities.provider.AddressFamily;
import dev.slipway.activities.provider.Capability;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ComputeProvider.AllocatedAddresses;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.address.AllocateAddresses;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Addresses at providers, under the key of the step.
@Singleton
final class AddressActivitiesImpl implements AddressActivities {

  private static final String KIND = "address";
  private static final String PUBLIC_NETWORK = "public";

  private final Providers providers;
  private final StepLedger ledger;
  private final LeftMachines machines;

  AddressActivitiesImpl(Providers providers, StepLedger ledger, LeftMachines machines) {
    this.providers = providers;
    this.ledger = ledger;
    this.machines = machines;
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
    ledger.has(Origin.CREATED, KIND, allocated.externalId(), placeOf(request));
    return allocated.addresses();
  }

  @Override
  public void release(AllocateAddresses request) {
    // A location that does not exist cannot have given addresses out.
    Optional<ComputeProvider> provider =
        providers.find(request.location()).filter(AddressActivitiesImpl::canAllocate);
    if (provider.isEmpty() || release(provider.get(), request)) {
      ledger.hasNothing();
    }
  }

  /// Gives the addresses back, unless a machine that was left still answers to them: given out
  /// again, they would be two machines'.
  ///
  /// @return whether they are given back
  private boolean release(ComputeProvider provider, AllocateAddresses request) {
    String key = StepAttempt.current().key();
    Found<AllocatedAddresses> found = provider.findAddresses(key);
    if (found instanceof Found.One(var allocated)) {
      Optional<ProviderMachine> user =
          machines.at(provider, request.location()).stream()
              .filter(machine -> machine.addresses().overlaps(allocated.addresses()))
              .findFirst();
      if (user.isPresent()) {
        String note = "Kept, for the machine %s still has it".formatted(user.get().externalId());
        StepAttempt.current().residual(KIND, note, allocated.externalId());
        return false;
      }
    }
    ledger
        .toTakeBack(KIND, found, AllocatedAddresses::externalId, placeOf(request))
        .forEach(provider::releaseAddresses);
    return true;
  }

  private static boolean canAllocate(ComputeProvider provider) {
    return provider.capabilities().contains(Capability.ALLOCATE_ADDRESSES);
  }

  private static Set<AddressFamily> familiesOf(AllocateAddresses request) {
    return request.networks().contains(PUBLIC_NETWORK)
        ? EnumSet.allOf(AddressFamily.class)
        : EnumSet.noneOf(AddressFamily.class);
  }

  private static StepLedger.Place placeOf(AllocateAddresses request) {
    return new StepLedger.Place(request.location(), request.tenant());
  }

  private static Owner ownerOf(AllocateAddresses request) {
    String action = StepAttempt.current().context().action();
    return new Owner(action, request.tenant(), request.server());
  }
}
