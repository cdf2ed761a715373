package dev.slipway.activities.machine;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.IMAGE;
import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.activities.temporal.TestTime;
import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.address.AllocateAddresses;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.ReserveCapacity;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.MachineActivities;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.SimulatedMachine;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.step.Adoption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// A machine's steps, called one by one on the simulator.
final class MachineScene {

  static final String CREATE = "create-machine";
  static final String AWAIT = "await-machine";
  static final String CONFIGURE = "configure-machine";
  static final String VERIFY = "verify-machine";
  static final ServerSize SIZE = new ServerSize(1, 1_024, 25);

  static final List<String> NETWORKS = List.of("public", "private");

  private final Storage storage;
  private final StepWorld world;
  private final MachineActivities activities;
  private final CreateMachine request;

  /// An action that has room and addresses already.
  MachineScene(Storage storage) {
    this.storage = storage;
    this.world = new StepWorld(storage);
    this.activities = storage.get(MachineActivities.class);
    this.request = order();
  }

  StepWorld world() {
    return world;
  }

  MachineActivities activities() {
    return activities;
  }

  CreateMachine request() {
    return request;
  }

  /// Lets every task come to its end.
  void letPass() {
    storage.get(TestTime.class).of(Duration.ofSeconds(30));
  }

  Reservation reserve() {
    return world.run(
        "reserve-capacity",
        () ->
            storage
                .get(CapacityActivities.class)
                .reserve(new ReserveCapacity(StepWorld.TENANT, "srv_1", ROOMY, SIZE)));
  }

  MachineTask create() {
    return world.run(CREATE, () -> activities.create(request));
  }

  MachineTask adopt(String id) {
    return world.run(CREATE, () -> adoption(id));
  }

  MachineTask adoption(String id) {
    return activities.adopt(new Adoption<>(request, id));
  }

  String byHand(ServerSize size, String image) {
    return storage.get(Simulators.class).createByHand(ROOMY, "by-hand", size, image);
  }

  Operation.Create wanted() {
    return new Operation.Create(
        "web-1",
        SIZE,
        IMAGE,
        request.reservation().externalId(),
        request.addresses(),
        request.networks(),
        List.of(),
        null,
        new Owner(world.action(), StepWorld.TENANT, "srv_1"));
  }

  List<SimulatedMachine> made() {
    return storage.get(Simulators.class).machines(ROOMY).stream()
        .filter(machine -> world.action().equals(machine.actionId()))
        .toList();
  }

  SimulatedMachine only() {
    assertThat(made()).hasSize(1);
    return made().getFirst();
  }

  <T> ProviderException assertFails(FailureClass failure, String step, Callable<T> call) {
    return assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> world.run(step, call))
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(failure))
        .actual();
  }

  void fault(String operation, Fault fault) {
    SimulatedWorld.once(storage, ROOMY, operation, fault);
  }

  ComputeProvider provider() {
    return storage.get(Providers.class).at(ROOMY);
  }

  private CreateMachine order() {
    Reservation room = reserve();
    Addresses addresses =
        world.run(
            "allocate-addresses",
            () ->
                storage
                    .get(AddressActivities.class)
                    .allocate(new AllocateAddresses(StepWorld.TENANT, "srv_1", ROOMY, NETWORKS)));
    return new CreateMachine(
        StepWorld.TENANT, "srv_1", "web-1", room, addresses, NETWORKS, IMAGE, List.of());
  }
}
