package dev.slipway.workflows.server;

import static dev.slipway.workflows.action.Estimate.ofMillis;
import static dev.slipway.workflows.step.Step.step;
import static dev.slipway.workflows.step.StepPolicy.OWN_TABLES;
import static dev.slipway.workflows.step.StepPolicy.PROVIDER_CALL;
import static dev.slipway.workflows.step.StepPolicy.PROVIDER_TASK;

import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.address.AllocateAddresses;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.ReserveCapacity;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.Machine;
import dev.slipway.workflows.machine.MachineActivities;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.step.Plan;
import dev.slipway.workflows.step.Step;
import dev.slipway.workflows.step.Steps;
import java.util.List;

/// Builds a server: room, addresses, machine, configuration, proof, hand-over.
public final class CreateServer implements Plan<ServerOrder> {

  private static final String CODE = "[a-z0-9][a-z0-9-]{0,62}";

  /// Holds room at the location.
  public static final Step<CapacityActivities, ReserveCapacity, Reservation> RESERVE_CAPACITY =
      step("reserve-capacity", "Reserve capacity")
          .calls(CapacityActivities.class, ReserveCapacity.class)
          .by(
              CapacityActivities::reserve,
              PROVIDER_CALL,
              ofMillis(200, 1_000),
              Reservation::expected)
          .undoneBy("Release the capacity", CapacityActivities::release)
          .editableBy("location", CODE, ReserveCapacity::at);

  /// Allocates the server's addresses.
  public static final Step<AddressActivities, AllocateAddresses, Addresses> ALLOCATE_ADDRESSES =
      step("allocate-addresses", "Allocate addresses")
          .calls(AddressActivities.class, AllocateAddresses.class)
          .by(AddressActivities::allocate, PROVIDER_CALL, ofMillis(200, 1_000), Addresses::expected)
          .undoneBy("Release the addresses", AddressActivities::release);

  /// Asks for the machine.
  public static final Step<MachineActivities, CreateMachine, MachineTask> CREATE_MACHINE =
      step("create-machine", "Create the machine")
          .calls(MachineActivities.class, CreateMachine.class)
          .by(MachineActivities::create, PROVIDER_CALL, ofMillis(300, 2_000), MachineTask::expected)
          .undoneBy("Destroy the machine", MachineActivities::destroy)
          .adoptedBy(MachineActivities::adopt)
          .editableBy("image", CODE, CreateMachine::from);

  /// Follows the provider's task. No undo: destroying the machine ends its task.
  public static final Step<MachineActivities, MachineTask, Machine> AWAIT_MACHINE =
      step("await-machine", "Wait for the machine")
          .calls(MachineActivities.class, MachineTask.class)
          .by(MachineActivities::await, PROVIDER_TASK, ofMillis(3_000, 8_000), Machine::expected);

  /// Sets host name, networks and keys. No undo: it goes with the machine.
  public static final Step<MachineActivities, Machine, Machine> CONFIGURE_MACHINE =
      step("configure-machine", "Configure the machine")
          .calls(MachineActivities.class, Machine.class)
          .by(
              MachineActivities::configure,
              PROVIDER_TASK,
              ofMillis(1_000, 3_000),
              machine -> machine);

  /// Proves that it runs. No undo: it changes nothing.
  public static final Step<MachineActivities, Machine, Machine> VERIFY_MACHINE =
      step("verify-machine", "Check that it answers")
          .calls(MachineActivities.class, Machine.class)
          .by(MachineActivities::verify, PROVIDER_CALL, ofMillis(300, 1_500), machine -> machine)
          .skippedWith(machine -> machine);

  /// Hands it over. No undo: its success is the action's.
  public static final Step<ServerActivities, PublishServer, PublishedServer> PUBLISH_SERVER =
      step("publish-server", "Hand over the server")
          .calls(ServerActivities.class, PublishServer.class)
          .by(
              ServerActivities::publish,
              OWN_TABLES,
              ofMillis(50, 300),
              request -> new PublishedServer(request.server()))
          .endingTheAction();

  @Override
  public List<Step<?, ?, ?>> steps() {
    return List.of(
        RESERVE_CAPACITY,
        ALLOCATE_ADDRESSES,
        CREATE_MACHINE,
        AWAIT_MACHINE,
        CONFIGURE_MACHINE,
        VERIFY_MACHINE,
        PUBLISH_SERVER);
  }

  @Override
  public void execute(ServerOrder order, Steps steps) {
    String tenant = order.tenant().value();
    String server = order.server().value();
    var room =
        steps.run(
            RESERVE_CAPACITY, new ReserveCapacity(tenant, server, order.location(), order.size()));
    var addresses =
        steps.run(
            ALLOCATE_ADDRESSES,
            new AllocateAddresses(tenant, server, room.location(), order.networks()));
    var task = steps.run(CREATE_MACHINE, machineOf(order, room, addresses));
    var machine = steps.run(AWAIT_MACHINE, task);
    var configured = steps.run(CONFIGURE_MACHINE, machine);
    var verified = steps.run(VERIFY_MACHINE, configured);
    steps.run(PUBLISH_SERVER, new PublishServer(order.server(), verified, addresses));
  }

  private static CreateMachine machineOf(ServerOrder order, Reservation room, Addresses addresses) {
    return new CreateMachine(
        order.tenant().value(),
        order.server().value(),
        order.name().value(),
        room,
        addresses,
        order.networks(),
        order.image(),
        order.sshKeys());
  }
}
