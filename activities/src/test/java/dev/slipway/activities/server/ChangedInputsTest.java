package dev.slipway.activities.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.ReserveCapacity;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.MachineActivities;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.step.StepCommand;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Steps whose inputs an operator changed where nobody asked the catalogue.
class ChangedInputsTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private static final String RESERVE = "reserve-capacity";
  private static final String CREATE = "create-machine";
  private static final String ORDERED = SimulatedWorld.ROOMY;
  private static final String ELSEWHERE = "sim-2";
  private static final String OPERATOR = "usr_operator";

  private final StepWorld world = new StepWorld(STORAGE);
  private final Server server = ServerFixtures.aServer(Storage.NORTH);

  @BeforeEach
  void a_server_that_was_ordered() {
    STORAGE.asPlatform(() -> STORAGE.get(Servers.class).create(server, null));
    STORAGE.execute(
        """
        insert into user_account (id, tenant_id, email, name, role, password_hash)
        values ('usr_operator', 'ten_north', 'operator@example.com', 'Operator', 'operator', 'none')
        on conflict do nothing
        """,
        "update location set available = true",
        "update image set min_memory_mib = 512 where code = 'debian-13'",
        "update plan set locations = '{sim-1,sim-2,sim-3}'");
    changes(StepCommand.UNVERIFIED, RESERVE);
    changes(StepCommand.UNVERIFIED, CREATE);
  }

  /// Somebody changes a step's inputs, after whoever changed them before.
  private void changes(String actor, String step) {
    STORAGE.execute(
        """
        insert into action_event (action_id, tenant_id, at, kind, step, parking, actor)
        select '%1$s', 'ten_north', '2026-01-01', 'retry_with', '%2$s', 1 + count(*), '%3$s'
        from action_event where action_id = '%1$s'
        """
            .formatted(world.action(), step, actor));
  }

  @Test
  void what_the_api_accepted_is_not_refused_later() {
    changes(OPERATOR, RESERVE);
    STORAGE.execute("update location set available = false where code = 'sim-2'");

    Reservation held = world.run(RESERVE, 2, () -> reserve(ELSEWHERE));

    assertThat(held.location()).isEqualTo(ELSEWHERE);
  }

  @ParameterizedTest
  @CsvSource({"night shift", "admin@slipway.example", "usr_unknown", "usr_operator (unverified)"})
  void a_name_written_into_temporals_ui_is_no_user_of_the_api(String actor) {
    changes(OPERATOR, RESERVE);
    changes(actor, RESERVE);
    STORAGE.execute("update location set available = false where code = 'sim-2'");

    assertParks("Verona takes no orders", RESERVE, () -> reserve(ELSEWHERE));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "update location set available = false where code = 'sim-2', Verona takes no orders",
        "update plan set locations = '{sim-1}' where code = 's-1', Small 1 is not offered in Verona",
        "update server set networks = '{backbone}', Verona has no network backbone"
      })
  void room_is_held_nowhere_the_order_could_not_be_placed(String change, String reason) {
    STORAGE.execute(change);

    assertParks(reason, RESERVE, () -> reserve(ELSEWHERE));

    assertThat(STORAGE.get(Providers.class).at(ELSEWHERE).findReservation(keyOfSecond(RESERVE)))
        .isInstanceOf(Found.None.class);
  }

  @Test
  void room_is_held_wherever_else_the_order_could_be_placed() {
    Reservation held = world.run(RESERVE, 2, () -> reserve(ELSEWHERE));

    assertThat(held.location()).isEqualTo(ELSEWHERE);
  }

  @Test
  void room_that_is_held_stays_held_when_the_location_closes() {
    Reservation held = world.run(RESERVE, 2, () -> reserve(ELSEWHERE));
    STORAGE.execute("update location set available = false");

    assertThat(world.run(RESERVE, 2, () -> reserve(ELSEWHERE))).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void what_was_ordered_is_built_though_nobody_could_order_it_now(int generation) {
    STORAGE.execute(
        "update location set available = false",
        "update plan set locations = '{}'",
        "update image set min_memory_mib = 2048 where code = 'debian-13'");

    Reservation room = world.run(RESERVE, generation, () -> reserve(ORDERED));
    MachineTask task = world.run(CREATE, generation, () -> create(room, server.image()));

    assertThat(task.externalId()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"fedora-43, Fedora 43 needs 2048 MiB of memory", "os-2, There is no such image"})
  void no_machine_starts_from_an_image_it_could_not_be_ordered_with(String image, String reason) {
    Reservation room = world.run(RESERVE, () -> reserve(ORDERED));

    assertParks(reason, CREATE, () -> create(room, image));

    assertThat(STORAGE.get(Simulators.class).machines(ORDERED))
        .noneMatch(machine -> world.action().equals(machine.actionId()));
  }

  @Test
  void a_machine_starts_from_any_other_image() {
    Reservation room = world.run(RESERVE, () -> reserve(ORDERED));

    MachineTask task = world.run(CREATE, 2, () -> create(room, "debian-12"));

    assertThat(task.request().image()).isEqualTo("debian-12");
  }

  private void assertParks(String reason, String step, Callable<?> call) {
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> world.run(step, 2, call))
        .withMessageContainingAll(reason, "retry_with", "abort")
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(FailureClass.INVALID));
    assertThat(FailureClass.INVALID.rule()).isEqualTo(FailureClass.Rule.PARK);
  }

  private String keyOfSecond(String step) {
    return world.action() + "/" + step + "/2";
  }

  private Reservation reserve(String location) {
    return STORAGE
        .get(CapacityActivities.class)
        .reserve(new ReserveCapacity(StepWorld.TENANT, id(), location, server.size()));
  }

  private MachineTask create(Reservation room, String image) {
    return STORAGE
        .get(MachineActivities.class)
        .create(
            new CreateMachine(
                StepWorld.TENANT,
                id(),
                server.name().value(),
                room,
                new Addresses(room.location(), null, null),
                List.of(),
                image,
                List.of()));
  }

  private String id() {
    return server.id().value();
  }
}
