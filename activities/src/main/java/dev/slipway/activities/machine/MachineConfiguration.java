package dev.slipway.activities.machine;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.Machine;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.step.StepKey;
import jakarta.inject.Singleton;

/// Configures machines, and says whether they answer.
@Singleton
final class MachineConfiguration {

  private final TaskWatch watch;
  private final FirstStart firstStart;

  MachineConfiguration(TaskWatch watch, FirstStart firstStart) {
    this.watch = watch;
    this.firstStart = firstStart;
  }

  /// Returns once the machine is configured.
  void configure(ComputeProvider provider, Machine machine) {
    CreateMachine request = machine.request();
    Operation wanted =
        new Operation.Configure(
            machine.externalId(),
            request.name(),
            request.addresses(),
            request.networks(),
            firstStart.sshKeysOf(request));
    watch
        .end(
            provider,
            provider.start(wanted, keyFor(machine)),
            () -> isConfigured(provider, machine))
        .ifPresent(failed -> {
          throw new ProviderException(
              failed.failure(),
              "Configuring %s: %s".formatted(machine.externalId(), failed.text()));
        });
  }

  /// A machine that was made with other inputs, or adopted once more, is another one to configure,
  /// be it the same at the provider: it may have been let go in between.
  private static String keyFor(Machine machine) {
    String key = StepAttempt.current().key();
    StepKey made = StepKey.of(machine.key());
    return made.isFirst() ? key : key + "/of/" + made.generation();
  }

  /// @throws ProviderException when it does not answer yet
  void verify(ComputeProvider provider, Machine machine) {
    if (!provider.verify(machine.externalId())) {
      throw new ProviderException(
          FailureClass.TRANSIENT, machine.externalId() + " does not answer yet");
    }
  }

  private static boolean isConfigured(ComputeProvider provider, Machine machine) {
    ProviderMachine present =
        provider
            .read(machine.externalId())
            .orElseThrow(() ->
                new ProviderException(FailureClass.NOT_FOUND, machine.externalId() + " is gone"));
    return machine.request().name().equals(present.hostName());
  }
}
