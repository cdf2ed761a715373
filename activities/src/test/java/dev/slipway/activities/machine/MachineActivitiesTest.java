package dev.slipway.activities.machine;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.ledger.StepLedger;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.machine.Machine;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.SimulatedMachine;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MachineActivitiesTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private MachineScene scene = new MachineScene(STORAGE);

  @BeforeEach
  void an_action_with_room_and_addresses() {
    scene = new MachineScene(STORAGE);
  }

  @Test
  void a_machine_is_made_awaited_configured_and_verified() {
    MachineTask task = scene.create();
    Machine machine = scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));
    scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(machine));
    scene.world().run(MachineScene.VERIFY, () -> scene.activities().verify(machine));

    assertThat(machine)
        .isEqualTo(
            new Machine(
                scene.request(), scene.world().key(MachineScene.CREATE), task.externalId()));
    ProviderMachine made = scene.provider().read(machine.externalId()).orElseThrow();
    assertThat(made.state()).isEqualTo(ProviderMachine.State.RUNNING);
    assertThat(made.hostName()).isEqualTo("web-1");
    assertThat(made.addresses()).isEqualTo(scene.request().addresses());
    assertThat(made.networks()).isEqualTo(MachineScene.NETWORKS);
    assertThat(made.owner())
        .isEqualTo(new Owner(scene.world().action(), StepWorld.TENANT, "srv_1"));
    assertThat(scene.world().recorded(MachineScene.CREATE))
        .hasValueSatisfying(object -> {
          assertThat(object.externalId()).isEqualTo(machine.externalId());
          assertThat(object.origin()).isEqualTo(Origin.CREATED);
        });
  }

  @Test
  void each_step_run_twice_leaves_one_machine() {
    scene.create();
    MachineTask task = scene.create();
    scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));
    Machine machine = scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));
    for (int time = 0; time < 2; time++) {
      scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(machine));
      scene.world().run(MachineScene.VERIFY, () -> scene.activities().verify(machine));
    }

    assertThat(scene.made())
        .singleElement()
        .extracting(SimulatedMachine::state)
        .isEqualTo("running");
  }

  @Test
  void a_lost_reply_is_found_by_the_next_attempt() {
    scene.fault("create_machine", Fault.LOST_REPLY);
    scene.assertFails(
        FailureClass.UNKNOWN_OUTCOME,
        MachineScene.CREATE,
        () -> scene.activities().create(scene.request()));

    MachineTask task = scene.create();
    scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));

    assertThat(scene.made())
        .singleElement()
        .extracting(SimulatedMachine::state)
        .isEqualTo("running");
  }

  @Test
  void a_failed_task_leaves_no_wreck_and_the_machine_is_made_again_under_its_key() {
    scene.fault("create_machine", Fault.TASK_FAILED);
    MachineTask task = scene.create();

    scene.assertFails(
        FailureClass.UNKNOWN_OUTCOME, MachineScene.AWAIT, () -> scene.activities().await(task));
    assertThat(scene.made()).extracting(SimulatedMachine::state).containsExactly("deleted");
    Machine machine = scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));

    assertThat(machine.externalId()).isNotEqualTo(task.externalId());
    assertThat(scene.made())
        .extracting(SimulatedMachine::state)
        .containsExactly("running", "deleted");
    assertThat(scene.made())
        .extracting(SimulatedMachine::key)
        .containsOnly(scene.world().key(MachineScene.CREATE));
    assertThat(scene.world().recorded(MachineScene.CREATE))
        .hasValueSatisfying(
            object -> assertThat(object.externalId()).isEqualTo(machine.externalId()));
  }

  @Test
  void a_machine_made_again_is_found_when_the_attempt_that_made_it_was_lost() {
    scene.fault("create_machine", Fault.TASK_FAILED);
    MachineTask task = scene.create();
    scene.assertFails(
        FailureClass.UNKNOWN_OUTCOME, MachineScene.AWAIT, () -> scene.activities().await(task));
    scene.fault("create_machine", Fault.LOST_REPLY);
    scene.assertFails(
        FailureClass.UNKNOWN_OUTCOME, MachineScene.AWAIT, () -> scene.activities().await(task));

    scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));

    assertThat(scene.made())
        .extracting(SimulatedMachine::state)
        .containsExactly("running", "deleted");
  }

  @Test
  void a_wreck_that_nobody_awaited_is_replaced_by_the_next_create() {
    scene.fault("create_machine", Fault.TASK_FAILED);
    MachineTask wreck = scene.create();
    scene.letPass();

    MachineTask task = scene.create();

    assertThat(task.externalId()).isNotEqualTo(wreck.externalId());
    assertThat(scene.provider().read(wreck.externalId())).isEmpty();
  }

  @Test
  void a_lost_task_is_answered_by_the_machine() {
    scene.fault("create_machine", Fault.TASK_LOST);
    MachineTask task = scene.create();

    Machine machine = scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));

    assertThat(machine.externalId()).isEqualTo(task.externalId());
    assertThat(scene.made())
        .singleElement()
        .extracting(SimulatedMachine::state)
        .isEqualTo("running");
  }

  @Test
  void a_lost_configuration_is_answered_by_the_machine() {
    MachineTask task = scene.create();
    Machine machine = scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));
    scene.fault("configure", Fault.TASK_LOST);

    scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(machine));

    assertThat(scene.provider().read(machine.externalId()).orElseThrow().hostName())
        .isEqualTo("web-1");
  }

  @Test
  void a_failed_configuration_is_made_again_under_its_key() {
    MachineTask task = scene.create();
    Machine machine = scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));
    scene.fault("configure", Fault.TASK_FAILED);
    scene.assertFails(
        FailureClass.UNKNOWN_OUTCOME,
        MachineScene.CONFIGURE,
        () -> scene.activities().configure(machine));

    scene.world().run(MachineScene.CONFIGURE, () -> scene.activities().configure(machine));

    assertThat(scene.provider().read(machine.externalId()).orElseThrow().hostName())
        .isEqualTo("web-1");
  }

  @Test
  void a_machine_that_stands_still_does_not_pass() {
    MachineTask task = scene.create();
    Machine machine = scene.world().run(MachineScene.AWAIT, () -> scene.activities().await(task));
    scene.provider().start(new Operation.Stop(machine.externalId()), "by-hand");

    scene.assertFails(
        FailureClass.LOCKED, MachineScene.CONFIGURE, () -> scene.activities().configure(machine));
    scene.letPass();
    scene.assertFails(
        FailureClass.TRANSIENT, MachineScene.VERIFY, () -> scene.activities().verify(machine));
  }

  @Test
  void undo_destroys_the_machine_and_finds_nothing_the_second_time() {
    scene.create();

    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));
    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    assertThat(scene.made())
        .singleElement()
        .extracting(SimulatedMachine::state)
        .isEqualTo("deleted");
    assertThat(scene.world().recorded(MachineScene.CREATE)).isEmpty();
    assertThat(scene.world().residual()).isEmpty();
  }

  @Test
  void undo_destroys_a_machine_nobody_knew_of() {
    scene.fault("create_machine", Fault.LOST_REPLY);
    scene.assertFails(
        FailureClass.UNKNOWN_OUTCOME,
        MachineScene.CREATE,
        () -> scene.activities().create(scene.request()));

    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    assertThat(scene.made())
        .singleElement()
        .extracting(SimulatedMachine::state)
        .isEqualTo("deleted");
  }

  @Test
  void undo_of_what_never_happened_is_a_success() {
    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    assertThat(scene.made()).isEmpty();
  }

  @Test
  void an_undo_whose_own_task_fails_or_is_lost_still_comes_to_its_end() {
    scene.create();
    scene.fault("delete_machine", Fault.TASK_FAILED);
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() ->
            scene
                .world()
                .undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request())));

    scene.fault("delete_machine", Fault.TASK_LOST);
    scene.world().undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request()));

    assertThat(scene.made())
        .singleElement()
        .extracting(SimulatedMachine::state)
        .isEqualTo("deleted");
  }

  @Test
  void of_several_bearers_of_a_key_undo_takes_the_recorded_one_and_reports_the_others() {
    MachineTask task = scene.create();
    ComputeProvider cloud = scene.provider();
    Found<ProviderMachine> copied =
        new Found.Ambiguous<>(List.of(task.externalId(), "vm-copied-by-hand"));
    var ledger = STORAGE.get(StepLedger.class);

    var taken =
        scene
            .world()
            .run(
                MachineScene.CREATE,
                () ->
                    ledger.toTakeBack(
                        "machine",
                        copied,
                        ProviderMachine::externalId,
                        new StepLedger.Place(ROOMY, StepWorld.TENANT)));

    assertThat(taken).containsExactly(task.externalId());
    assertThat(scene.world().residual())
        .containsExactly(
            new Residual("machine", "bears a copy of our labels", "vm-copied-by-hand"));
    assertThat(cloud.read(task.externalId())).isPresent();
  }

  @Test
  void several_bearers_of_a_key_of_which_none_is_recorded_ask_a_person() {
    scene.provider().start(scene.wanted(), scene.world().key(MachineScene.CREATE));
    String former = scene.only().externalId();
    scene.provider().start(new Operation.Delete(former), "by-hand");
    scene.provider().start(scene.wanted(), scene.world().key(MachineScene.CREATE));

    scene.assertFails(
        FailureClass.CONFLICT,
        MachineScene.CREATE,
        () -> scene.activities().create(scene.request()));
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() ->
            scene
                .world()
                .undo(MachineScene.CREATE, () -> scene.activities().destroy(scene.request())))
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(FailureClass.CONFLICT));
  }
}
