package dev.slipway.activities.machine;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.address.AllocateAddresses;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.ReserveCapacity;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.simulator.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeftMachinesTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private MachineScene scene = new MachineScene(STORAGE);

  @BeforeEach
  void an_action_with_room_and_addresses() {
    scene = new MachineScene(STORAGE);
  }

  @Test
  void what_an_undo_finds_is_recorded_though_it_cannot_be_removed() {
    String machine = unrecorded();
    scene.fault("delete_machine", Fault.PERMISSION);

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() ->
            scene
                .world()
                .undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request())));

    assertThat(scene.world().recorded(MachineScene.CREATE))
        .map(ExternalObject::externalId)
        .contains(machine);
  }

  @Test
  void room_and_addresses_of_a_recorded_machine_are_kept() {
    MachineTask task = scene.create();

    releaseAll();

    assertKeptFor(task.externalId());
  }

  @Test
  void room_and_addresses_of_a_machine_that_nobody_recorded_are_kept() {
    String machine = unrecorded();
    scene.world().leaves(MachineScene.CREATE);

    releaseAll();

    assertKeptFor(machine);
  }

  @Test
  void room_and_addresses_are_given_back_where_nothing_is_left() {
    releaseAll();

    assertThat(scene.world().residual()).isEmpty();
    assertThat(scene.provider().findReservation(scene.world().key("reserve-capacity")))
        .isInstanceOf(Found.None.class);
    assertThat(scene.provider().findAddresses(scene.world().key("allocate-addresses")))
        .isInstanceOf(Found.None.class);
  }

  @Test
  void no_machine_is_made_beside_one_of_the_inputs_before() {
    String former = unrecorded();

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() ->
            scene
                .world()
                .run(MachineScene.CREATE, 2, () -> scene.activities().create(scene.request())))
        .withMessageContaining(former)
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(FailureClass.CONFLICT));

    scene.letPass();
    scene.provider().start(new Operation.Delete(former), "by-hand");
    scene.letPass();
    scene.world().run(MachineScene.CREATE, 2, () -> scene.activities().create(scene.request()));
    assertThat(scene.made())
        .extracting(machine -> machine.state().equals("deleted"))
        .containsExactlyInAnyOrder(true, false);
  }

  private String unrecorded() {
    scene.fault("create_machine", Fault.LOST_REPLY);
    scene.assertFails(
        FailureClass.UNKNOWN_OUTCOME,
        MachineScene.CREATE,
        () -> scene.activities().create(scene.request()));
    return scene.only().externalId();
  }

  private void releaseAll() {
    scene
        .world()
        .undo(
            "allocate-addresses",
            () ->
                STORAGE
                    .get(AddressActivities.class)
                    .release(
                        new AllocateAddresses(
                            StepWorld.TENANT, "srv_1", ROOMY, MachineScene.NETWORKS)));
    scene
        .world()
        .undo(
            "reserve-capacity",
            () ->
                STORAGE
                    .get(CapacityActivities.class)
                    .release(
                        new ReserveCapacity(StepWorld.TENANT, "srv_1", ROOMY, MachineScene.SIZE)));
  }

  private void assertKeptFor(String machine) {
    assertThat(scene.world().residual())
        .extracting(Residual::kind)
        .containsExactly("address", "reservation");
    assertThat(scene.world().residual())
        .allSatisfy(residual -> assertThat(residual.note()).contains(machine));
    assertThat(scene.provider().findReservation(scene.world().key("reserve-capacity")))
        .isInstanceOf(Found.One.class);
    assertThat(scene.provider().findAddresses(scene.world().key("allocate-addresses")))
        .isInstanceOf(Found.One.class);
  }
}
