package dev.slipway.activities.machine;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.machine.Machine;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.Simulators;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MachineAdoptionTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private MachineScene scene = new MachineScene(STORAGE);

  @BeforeEach
  void an_action_with_room_and_addresses() {
    scene = new MachineScene(STORAGE);
  }

  @Test
  void a_machine_made_by_hand_is_adopted_finished_and_let_go() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);

    MachineTask task = scene.adopt(id);
    scene.adopt(id);
    assertThat(scene.provider().findReservation(scene.world().action() + "/reserve-capacity/1"))
        .isInstanceOf(Found.None.class);
    Machine machine = scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));
    scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(machine));
    scene.world().run(MachineScene.VERIFY, () -> scene.activities().verify(machine));
    assertThat(scene.world().recorded(MachineScene.CREATE))
        .map(ExternalObject::origin)
        .contains(Origin.ADOPTED);
    scene.world().run(MachineScene.CREATE, () -> scene.activities().create(scene.request()));
    assertThat(scene.world().recorded(MachineScene.CREATE))
        .map(ExternalObject::origin)
        .contains(Origin.ADOPTED);
    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    ProviderMachine left = scene.provider().read(id).orElseThrow();
    assertThat(left.owner()).isNull();
    assertThat(left.key()).isNull();
    assertThat(left.addresses()).isEqualTo(new Addresses(SimulatedWorld.ROOMY, null, null));
    assertThat(left.networks()).isEmpty();
    assertThat(left.hostName()).isEqualTo("by-hand");
    assertThat(scene.world().residual())
        .singleElement()
        .satisfies(residual -> assertThat(residual.externalId()).isEqualTo(id));
    assertThat(scene.world().recorded(MachineScene.CREATE)).isEmpty();
  }

  @Test
  void a_machine_that_was_never_configured_is_let_go_as_it_is() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    ProviderMachine before = scene.provider().read(id).orElseThrow();
    scene.adopt(id);

    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    assertThat(scene.provider().read(id)).contains(before);
  }

  @Test
  void a_machine_keeps_its_labels_until_its_addresses_are_off() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    Machine machine = new Machine(scene.request(), scene.adopt(id).key(), id);
    scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(machine));
    scene.fault("configure", Fault.PERMISSION);

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() ->
            scene
                .world()
                .undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request())))
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(FailureClass.PERMISSION));
    assertThat(scene.provider().read(id).orElseThrow().owner()).isNotNull();

    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));
    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));
    assertThat(scene.provider().read(id).orElseThrow())
        .matches(left -> left.owner() == null && left.networks().isEmpty());
  }

  @Test
  void a_machine_that_was_let_go_and_is_adopted_once_more_is_configured_once_more() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    Machine first = new Machine(scene.request(), scene.adopt(id).key(), id);
    scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(first));
    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    MachineTask again = scene.world().run(MachineScene.CREATE, 2, () -> scene.adoption(id));
    Machine second = new Machine(scene.request(), again.key(), id);
    scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(second));
    scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(second));

    ProviderMachine machine = scene.provider().read(id).orElseThrow();
    assertThat(machine.addresses()).isEqualTo(scene.request().addresses());
    assertThat(machine.networks()).isEqualTo(MachineScene.NETWORKS);
  }

  @Test
  void an_order_whose_adopted_machine_was_let_go_has_room_again() {
    scene.adopt(scene.byHand(MachineScene.SIZE, IMAGE));
    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    MachineTask made =
        scene.world().run(MachineScene.CREATE, 2, () -> scene.activities().create(scene.request()));

    scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(made));
    assertThat(scene.provider().findReservation(scene.world().key("reserve-capacity")))
        .isInstanceOf(Found.One.class);
  }

  @Test
  void an_adoption_gives_up_room_that_was_held_once_more() {
    scene.adopt(scene.byHand(MachineScene.SIZE, IMAGE));
    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));
    MachineTask made =
        scene.world().run(MachineScene.CREATE, 2, () -> scene.activities().create(scene.request()));
    scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(made));
    scene.provider().start(new Operation.Delete(made.externalId()), "by-hand");
    scene.letPass();
    String id = scene.byHand(MachineScene.SIZE, IMAGE);

    scene.world().run(MachineScene.CREATE, 3, () -> scene.adoption(id));

    assertThat(scene.provider().findReservation(scene.world().key("reserve-capacity")))
        .isInstanceOf(Found.None.class);
  }

  @Test
  void an_order_whose_machine_is_adopted_holds_no_room_in_a_later_run() {
    scene.adopt(scene.byHand(MachineScene.SIZE, IMAGE));

    Reservation told = scene.reserve();

    assertThat(told).isEqualTo(scene.request().reservation());
    assertThat(scene.provider().findReservation(scene.world().key("reserve-capacity")))
        .isInstanceOf(Found.None.class);
  }

  @Test
  void a_refused_adoption_leaves_the_order_its_room() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    STORAGE
        .get(Simulators.class)
        .replaceFaults(
            SimulatedWorld.ROOMY,
            List.of(
                SimulatedWorld.rule("find", Fault.LATENCY, 2),
                SimulatedWorld.rule("*", Fault.PERMISSION, 1)));

    scene.assertFails(FailureClass.PERMISSION, MachineScene.CREATE, () -> scene.adoption(id));

    assertThat(scene.provider().findReservation(scene.world().action() + "/reserve-capacity/1"))
        .isInstanceOf(Found.One.class);
    assertThat(scene.create().externalId()).isNotEqualTo(id);
  }

  @Test
  void a_machine_whose_adoption_was_lost_on_the_way_is_let_go_all_the_same() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    assertThatIllegalStateException()
        .isThrownBy(() ->
            scene
                .world()
                .run(
                    MachineScene.CREATE,
                    () -> {
                      scene.adoption(id);
                      throw new IllegalStateException("the worker dies");
                    }));

    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    assertThat(scene.provider().read(id).orElseThrow().owner()).isNull();
    assertThat(scene.world().residual())
        .singleElement()
        .satisfies(residual -> assertThat(residual.externalId()).isEqualTo(id));
  }

  @Test
  void adopting_says_what_is_of_the_wrong_shape() {
    String id = scene.byHand(new ServerSize(2, 2_048, 50), "debian-12");

    ProviderException refused =
        scene.assertFails(FailureClass.INVALID, MachineScene.CREATE, () -> scene.adoption(id));

    assertThat(refused).hasMessageContaining("2 vCPUs, 2048 MiB and 50 GiB");
    assertThat(refused).hasMessageContaining("1 vCPUs, 1024 MiB and 25 GiB");
    assertThat(refused).hasMessageContaining("debian-12");
    assertThat(scene.provider().read(id).orElseThrow().owner()).isNull();
  }

  @Test
  void adopting_refuses_what_is_not_there() {
    scene.assertFails(
        FailureClass.NOT_FOUND, MachineScene.CREATE, () -> scene.adoption("no-such-machine"));
  }

  @Test
  void adopting_refuses_what_another_action_has() {
    MachineTask theirs = scene.create();
    scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(theirs));
    String owner = scene.world().action();
    scene = new MachineScene(STORAGE);

    ProviderException refused =
        scene.assertFails(
            FailureClass.CONFLICT, MachineScene.CREATE, () -> scene.adoption(theirs.externalId()));

    assertThat(refused).hasMessageContaining(owner);
  }

  @Test
  void a_machine_that_another_order_took_meanwhile_is_not_let_go() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    scene.adopt(id);
    scene.provider().unlabel(id);
    scene
        .provider()
        .label(
            id,
            new Owner("act_other", StepWorld.TENANT, "srv_other"),
            "act_taker/create-machine/1");

    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    assertThat(scene.provider().read(id).orElseThrow().key())
        .isEqualTo("act_taker/create-machine/1");
    assertThat(scene.world().residual()).isEmpty();
  }

  @Test
  void an_adopted_machine_that_is_gone_is_not_made_in_its_place() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    scene.adopt(id);
    scene.provider().start(new Operation.Delete(id), "by-hand");
    scene.letPass();

    ProviderException refused =
        scene.assertFails(
            FailureClass.CONFLICT,
            MachineScene.CREATE,
            () -> scene.activities().create(scene.request()));

    assertThat(refused).hasMessageContaining(id);
  }

  @Test
  void adopting_refuses_what_is_labelled_for_another_tenant() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    scene
        .provider()
        .label(id, new Owner("act_south", "ten_south", "srv_south"), "act_other/create-machine/1");

    ProviderException refused =
        scene.assertFails(FailureClass.CONFLICT, MachineScene.CREATE, () -> scene.adoption(id));

    assertThat(refused).hasMessageContaining("another tenant");
  }

  @Test
  void adopting_refuses_while_a_machine_of_our_own_exists() {
    scene.fault("create_machine", Fault.LOST_REPLY);
    scene.assertFails(
        FailureClass.UNKNOWN_OUTCOME,
        MachineScene.CREATE,
        () -> scene.activities().create(scene.request()));
    String id = scene.byHand(MachineScene.SIZE, IMAGE);

    ProviderException refused =
        scene.assertFails(FailureClass.CONFLICT, MachineScene.CREATE, () -> scene.adoption(id));

    assertThat(refused).hasMessageContaining("a retry finds it");
  }

  @Test
  void an_adopted_machine_that_goes_away_is_not_made_again() {
    String id = scene.byHand(MachineScene.SIZE, IMAGE);
    MachineTask task = scene.adopt(id);
    scene.provider().start(new Operation.Delete(id), "by-hand");
    scene.letPass();

    scene.assertFails(
        FailureClass.CONFLICT, MachineScene.AWAIT, () -> scene.activities().await(task));
  }
}
