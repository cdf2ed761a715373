package dev.slipway.activities.machine;

import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.Machine;
import dev.slipway.workflows.machine.MachineActivities;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.step.Adoption;
import jakarta.inject.Singleton;

/// Machines at providers, under the key of the step that makes them.
@Singleton
final class MachineActivitiesImpl implements MachineActivities {

  private final Providers providers;
  private final StepLedger ledger;
  private final MachineMaking making;
  private final MachineConfiguration configuration;

  MachineActivitiesImpl(
      Providers providers,
      StepLedger ledger,
      MachineMaking making,
      MachineConfiguration configuration) {
    this.providers = providers;
    this.ledger = ledger;
    this.making = making;
    this.configuration = configuration;
  }

  @Override
  public MachineTask create(CreateMachine request) {
    String key = StepAttempt.current().key();
    MachineTask task = making.creation().findOrCreate(at(request), request, key);
    ledger.has(
        Origin.CREATED,
        "machine",
        task.externalId(),
        new StepLedger.Place(request.reservation().location(), request.tenant()));
    return task;
  }

  @Override
  public MachineTask adopt(Adoption<CreateMachine> adoption) {
    CreateMachine request = adoption.request();
    return making.adoption().adopt(at(request), request, adoption.externalId());
  }

  @Override
  public void destroy(CreateMachine request) {
    making.removal().takeBack(at(request), request);
    ledger.hasNothing();
  }

  @Override
  public Machine await(MachineTask task) {
    return making.completion().complete(at(task.request()), task);
  }

  @Override
  public Machine configure(Machine machine) {
    configuration.configure(at(machine.request()), machine);
    return machine;
  }

  @Override
  public Machine verify(Machine machine) {
    configuration.verify(at(machine.request()), machine);
    return machine;
  }

  private ComputeProvider at(CreateMachine request) {
    return providers.at(request.reservation().location());
  }
}
