package dev.slipway.activities.address;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static dev.slipway.activities.provider.simulator.SimulatedWorld.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.Ledger;
import dev.slipway.activities.ledger.Origin;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ComputeProvider.AllocatedAddresses;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.activities.temporal.TestTime;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.address.AllocateAddresses;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.Simulators;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AddressActivitiesTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private static final String STEP = "allocate-addresses";
  private static final AllocateAddresses PUBLIC =
      new AllocateAddresses(StepWorld.TENANT, "srv_1", ROOMY, List.of("public"));

  private final AddressActivities activities = STORAGE.get(AddressActivities.class);
  private StepWorld world = new StepWorld(STORAGE);

  @BeforeEach
  void an_action() {
    world = new StepWorld(STORAGE);
  }

  @Test
  void a_public_network_gives_one_address_of_each_family_however_often_the_step_runs() {
    Addresses first = world.run(STEP, () -> activities.allocate(PUBLIC));
    Addresses second = world.run(STEP, () -> activities.allocate(PUBLIC));

    assertThat(second).isEqualTo(first);
    assertThat(first.ipv4()).startsWith("198.18.");
    assertThat(first.ipv6()).startsWith("2001:db8:1:");
    assertThat(STORAGE.get(Simulators.class).addresses(ROOMY))
        .filteredOn(address -> address.actionId().equals(world.action()))
        .hasSize(2);
    assertThat(world.recorded(STEP))
        .hasValueSatisfying(object -> assertThat(object.kind()).isEqualTo("address"));
  }

  @Test
  void without_a_public_network_there_is_nothing_to_allocate_or_to_undo() {
    AllocateAddresses closed =
        new AllocateAddresses(StepWorld.TENANT, "srv_1", ROOMY, List.of("private"));

    assertThat(world.run(STEP, () -> activities.allocate(closed)))
        .isEqualTo(new Addresses(ROOMY, null, null));
    world.undo(STEP, () -> activities.release(closed));

    assertThat(found()).isInstanceOf(Found.None.class);
    assertThat(world.recorded(STEP)).isEmpty();
  }

  @Test
  void a_lost_reply_is_found_by_the_next_attempt() {
    once(STORAGE, ROOMY, "allocate_address", Fault.LOST_REPLY);
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> world.run(STEP, () -> activities.allocate(PUBLIC)))
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(FailureClass.UNKNOWN_OUTCOME));
    Addresses made = found().single(world.key(STEP)).orElseThrow().addresses();

    assertThat(world.run(STEP, () -> activities.allocate(PUBLIC))).isEqualTo(made);
  }

  @Test
  void undo_gives_the_addresses_back_and_finds_nothing_the_second_time() {
    world.run(STEP, () -> activities.allocate(PUBLIC));

    world.undo(STEP, () -> activities.release(PUBLIC));
    world.undo(STEP, () -> activities.release(PUBLIC));

    assertThat(found()).isInstanceOf(Found.None.class);
    assertThat(world.recorded(STEP)).isEmpty();
    assertThat(STORAGE.get(Simulators.class).addresses(ROOMY))
        .filteredOn(address -> address.actionId().equals(world.action()))
        .allSatisfy(address -> assertThat(address.releasedAt()).isNotNull());
  }

  @Test
  void what_a_machine_that_was_left_still_has_is_kept_and_reported() {
    Addresses mine = world.run(STEP, () -> activities.allocate(PUBLIC));
    ComputeProvider provider = STORAGE.get(Providers.class).at(ROOMY);
    String machine =
        STORAGE
            .get(Simulators.class)
            .createByHand(ROOMY, "left", new ServerSize(1, 1_024, 25), SimulatedWorld.IMAGE);
    provider.start(
        new Operation.Configure(machine, "left", mine, List.of("public"), List.of()), "left");
    record(machine);

    world.undo(STEP, () -> activities.release(PUBLIC));

    String kept = found().single(world.key(STEP)).orElseThrow().externalId();
    assertThat(world.residual())
        .containsExactly(
            new Residual("address", "Kept, for the machine " + machine + " still has it", kept));
    assertThat(world.recorded(STEP)).isPresent();
    provider.start(new Operation.Delete(machine), "left/delete");
    STORAGE.get(TestTime.class).of(Duration.ofMinutes(1));
    world.undo(STEP, () -> activities.release(PUBLIC));
    assertThat(found()).isInstanceOf(Found.None.class);
  }

  private void record(String machine) {
    STORAGE
        .get(Ledger.class)
        .record(
            new ExternalObject(
                world.action(),
                "create-machine",
                1,
                "machine",
                world.key("create-machine"),
                machine,
                Origin.CREATED,
                ROOMY,
                StepWorld.TENANT));
  }

  private Found<AllocatedAddresses> found() {
    return STORAGE.get(Providers.class).at(ROOMY).findAddresses(world.key(STEP));
  }
}
