package dev.slipway.activities.machine;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.machine.CreateMachine;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Lets adopted machines go: they stay, without what an order gave them.
@Singleton
final class MachineRelease {

  private final TaskWatch watch;

  MachineRelease(TaskWatch watch) {
    this.watch = watch;
  }

  /// Takes the order's addresses, networks and keys off a machine, then our labels, and reports
  /// that it still exists. A machine that is gone is a success, and so is one that bears the key of
  /// another step by now.
  ///
  /// @throws ProviderException when the provider refuses to take them off
  void letGo(ComputeProvider provider, String machine, CreateMachine request) {
    Optional<ProviderMachine> present = provider.read(machine);
    if (present.filter(MachineRelease::isOfAnother).isPresent()) {
      return;
    }
    present
        .filter(known -> hasOurs(known, request))
        .ifPresent(known -> takeOff(provider, known, request));
    provider.unlabel(machine);
    if (present.isPresent()) {
      StepAttempt.current()
          .residual("machine", "A person made it, so it was let go and still exists", machine);
    }
  }

  private static boolean isOfAnother(ProviderMachine machine) {
    return machine.key() != null && !machine.key().equals(StepAttempt.current().key());
  }

  private static boolean hasOurs(ProviderMachine machine, CreateMachine request) {
    return machine.addresses().overlaps(request.addresses())
        || (request.name().equals(machine.hostName())
            && !Collections.disjoint(machine.networks(), request.networks()));
  }

  private void takeOff(ComputeProvider provider, ProviderMachine machine, CreateMachine request) {
    Operation bare =
        new Operation.Configure(
            machine.externalId(),
            machine.name(),
            machine.addresses().without(request.addresses()),
            machine.networks().stream()
                .filter(network -> !request.networks().contains(network))
                .toList(),
            List.of());
    watch
        .end(
            provider,
            provider.start(bare, StepAttempt.current().key() + "/let-go"),
            () -> isBare(provider, machine.externalId(), request))
        .ifPresent(failed -> {
          throw new ProviderException(
              failed.failure(), "Letting %s go: %s".formatted(machine.externalId(), failed.text()));
        });
  }

  private static boolean isBare(ComputeProvider provider, String machine, CreateMachine request) {
    return provider.read(machine).filter(present -> hasOurs(present, request)).isEmpty();
  }
}
