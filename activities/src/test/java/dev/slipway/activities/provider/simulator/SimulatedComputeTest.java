package dev.slipway.activities.provider.simulator;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.IMAGE;
import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static dev.slipway.activities.provider.simulator.SimulatedWorld.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.provider.AddressFamily;
import dev.slipway.activities.provider.Capability;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ComputeProviderContract;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.provider.TaskState;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.TestTime;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.Room;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.simulator.Timing;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatedComputeTest extends ComputeProviderContract {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private static final Duration SECOND = Duration.ofSeconds(1);

  @BeforeEach
  void no_faults_and_usual_times() {
    simulators().replaceFaults(ROOMY, List.of());
    simulators().replaceTiming(ROOMY, Timing.USUAL);
  }

  @Override
  protected ComputeProvider provider() {
    return STORAGE.get(Providers.class).at(ROOMY);
  }

  @Override
  protected String image() {
    return IMAGE;
  }

  @Override
  protected List<String> networks() {
    return List.of("public", "private");
  }

  @Override
  protected String makeByHand(String name) {
    return simulators().createByHand(ROOMY, name, SIZE, IMAGE);
  }

  @Override
  protected void letPass(Duration time) {
    STORAGE.get(TestTime.class).of(time);
  }

  @Override
  protected void letNextCallFail(FailureClass failure) {
    Fault fault =
        switch (failure) {
          case UNKNOWN_OUTCOME -> Fault.LOST_REPLY;
          case PROVIDER_DOWN -> Fault.OUTAGE;
          default -> Fault.valueOf(failure.name());
        };
    SimulatedWorld.once(STORAGE, ROOMY, "*", fault);
  }

  @Test
  void it_can_do_everything() {
    assertThat(provider().capabilities()).containsExactlyInAnyOrder(Capability.values());
    assertThat(provider().catalogue().images()).contains(IMAGE);
  }

  @Test
  void room_runs_out_and_comes_back() {
    ComputeProvider small = STORAGE.get(Providers.class).at(SMALL);
    ServerSize half = new ServerSize(4, 8_192, 100);
    List<Reservation> rooms = new ArrayList<>();
    for (int taken = 0; taken < 4; taken++) {
      rooms.add(small.reserve(half, OWNER, newKey()));
    }

    assertThat(small.roomFor(half)).isEqualTo(Room.NONE);
    assertFails(FailureClass.CAPACITY, () -> small.reserve(half, OWNER, newKey()));
    small.releaseReservation(rooms.getFirst().externalId());
    small.releaseReservation(rooms.getFirst().externalId());
    assertThat(small.roomFor(half)).isEqualTo(Room.THERE);
    rooms.set(0, small.reserve(half, OWNER, newKey()));
    assertFails(FailureClass.CAPACITY, () -> small.reserve(half, OWNER, newKey()));

    rooms.forEach(room -> small.releaseReservation(room.externalId()));
  }

  @Test
  void asking_for_room_uses_up_no_fault() {
    SimulatedWorld.once(STORAGE, ROOMY, "*", Fault.OUTAGE);

    assertThat(provider().roomFor(SIZE)).isEqualTo(Room.THERE);

    assertThat(simulators().faults(ROOMY)).hasSize(1);
  }

  @Test
  void many_callers_take_no_more_room_than_there_is() {
    ComputeProvider small = STORAGE.get(Providers.class).at(SMALL);
    ServerSize whole = new ServerSize(8, 16_384, 200);

    List<Boolean> taken =
        atOnce(caller ->
            () -> {
              try {
                small.reserve(whole, OWNER, "act_crowd/reserve-capacity/" + caller);
                return true;
              } catch (ProviderException refused) {
                assertThat(refused.failure()).isEqualTo(FailureClass.CAPACITY);
                return false;
              }
            });

    assertThat(taken).filteredOn(isTaken -> isTaken).hasSize(2);
    for (int caller = 0; caller < taken.size(); caller++) {
      String key = "act_crowd/reserve-capacity/" + caller;
      small
          .findReservation(key)
          .single(key)
          .ifPresent(room -> small.releaseReservation(room.externalId()));
    }
  }

  @Test
  void an_empty_pool_refuses_all_or_nothing_until_an_address_comes_back() {
    ComputeProvider second = STORAGE.get(Providers.class).at("sim-2");
    Set<AddressFamily> both = EnumSet.allOf(AddressFamily.class);
    asOwner("update sim_pool set size = 2 where location = 'sim-2' and family = 6");
    var first = second.allocateAddresses(both, OWNER, newKey());
    second.allocateAddresses(both, OWNER, newKey());

    assertFails(FailureClass.CAPACITY, () -> second.allocateAddresses(both, OWNER, newKey()));
    assertThat(second.allocateAddresses(EnumSet.of(AddressFamily.IPV4), OWNER, newKey()))
        .extracting(allocated -> allocated.addresses().ipv4())
        .isEqualTo("198.19.0.3");
    second.releaseAddresses(first.externalId());

    assertThat(second.allocateAddresses(both, OWNER, newKey()).addresses().ipv6())
        .isEqualTo(first.addresses().ipv6());
  }

  @Test
  void a_task_takes_the_time_that_is_set_within_its_variance() {
    simulators()
        .replaceTiming(ROOMY, new Timing(SECOND.multipliedBy(10), SECOND, SECOND, SECOND, 0.2));
    String task = taskOf(begin(newKey()));

    assertThat(provider().poll(task)).isEqualTo(new TaskState.Running(0));
    letPass(SECOND.multipliedBy(5));
    assertThat(provider().poll(task))
        .isInstanceOfSatisfying(
            TaskState.Running.class, running -> assertThat(running.progress()).isBetween(41, 63));
    letPass(SECOND.multipliedBy(7));
    assertThat(provider().poll(task)).isInstanceOf(TaskState.Succeeded.class);
  }

  @Test
  void no_time_at_all_is_a_timing_too() {
    simulators()
        .replaceTiming(
            ROOMY, new Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0));
    String key = newKey();

    Started started = begin(key);
    assertThat(provider().poll(taskOf(started))).isInstanceOf(TaskState.Succeeded.class);
    Started deletion = provider().start(new Operation.Delete(idOf(started)), key + "/delete");

    assertThat(provider().poll(taskOf(deletion))).isInstanceOf(TaskState.Succeeded.class);
    assertThat(provider().find(key)).isInstanceOf(Found.None.class);
  }

  @Test
  void a_resized_machine_has_another_size_and_another_room() {
    String key = newKey();
    String id = running(key);
    ServerSize larger = new ServerSize(2, 2_048, 50);

    awaitEnd(provider().start(new Operation.Resize(id, larger), newKey()));

    assertThat(provider().read(id).orElseThrow().size()).isEqualTo(larger);
    assertThat(provider().findReservation(key).single(key).orElseThrow().size()).isEqualTo(larger);
    assertFails(
        FailureClass.CAPACITY,
        () ->
            provider().start(new Operation.Resize(id, new ServerSize(1_000_000, 1, 1)), newKey()));
  }

  @Test
  void a_rebuilt_machine_is_restored_from_its_snapshot() {
    String id = running(newKey());
    String key = newKey();
    Started snapshot = provider().start(new Operation.Snapshot(id, "before"), key);
    awaitEnd(snapshot);
    assertThat(provider().start(new Operation.Snapshot(id, "before"), key).externalId())
        .isEqualTo(snapshot.externalId());

    awaitEnd(provider().start(new Operation.Rebuild(id, "ubuntu-24-04"), newKey()));
    assertThat(provider().read(id).orElseThrow().image()).isEqualTo("ubuntu-24-04");
    awaitEnd(provider().start(new Operation.Restore(id, idOf(snapshot)), newKey()));

    assertThat(provider().read(id).orElseThrow().image()).isEqualTo(IMAGE);
    assertFails(
        FailureClass.INVALID,
        () -> provider().start(new Operation.Restore(id, "no-such-snapshot"), newKey()));
  }

  @Test
  void two_bearers_of_one_key_are_ambiguous() {
    String key = newKey();
    String former = running(key);
    provider().start(new Operation.Delete(former), key + "/delete");

    String present = idOf(begin(key));

    assertThat(provider().find(key))
        .isInstanceOf(Found.Ambiguous.class)
        .extracting("externalIds", list(String.class))
        .containsExactlyInAnyOrder(former, present);
    assertFails(FailureClass.CONFLICT, () -> provider().find(key).single(key));
    assertThat(provider().read(present)).isPresent();
  }

  @Test
  void the_ledger_keeps_what_is_deleted() {
    String key = newKey();
    String id = running(key);
    Instant madeBefore = STORAGE.get(TestTime.class).instant();
    awaitEnd(provider().start(new Operation.Delete(id), key + "/delete"));
    provider()
        .findAddresses(key)
        .single(key)
        .ifPresent(addresses -> provider().releaseAddresses(addresses.externalId()));

    assertThat(simulators().machines(ROOMY))
        .filteredOn(machine -> key.equals(machine.key()))
        .singleElement()
        .satisfies(machine -> {
          assertThat(machine.externalId()).isEqualTo(id);
          assertThat(machine.name()).isEqualTo("web-1");
          assertThat(machine.actionId()).isEqualTo(OWNER.action());
          assertThat(machine.state()).isEqualTo("deleted");
          assertThat(machine.createdAt()).isBefore(madeBefore);
          assertThat(machine.deletedAt()).isAfter(madeBefore);
        });
    assertThat(simulators().addresses(ROOMY))
        .filteredOn(address -> address.key().equals(key))
        .hasSize(2)
        .allSatisfy(address -> assertThat(address.releasedAt()).isNotNull());
  }

  @Test
  void a_restart_loses_nothing() {
    String key = newKey();
    Started started = begin(key);
    simulators().replaceFaults(ROOMY, List.of(SimulatedWorld.rule("verify", Fault.QUOTA, 3)));

    try (ApplicationContext restarted =
        ApplicationContext.run(STORAGE.database().properties(), "test")) {
      ComputeProvider same = restarted.getBean(Providers.class).at(ROOMY);

      // This one has the clock on the wall, by which the task is long over.
      assertThat(same.poll(taskOf(started))).isInstanceOf(TaskState.Succeeded.class);
      assertThat(same.find(key).single(key).orElseThrow().state())
          .isEqualTo(ProviderMachine.State.RUNNING);
      assertThat(restarted.getBean(Simulators.class).faults(ROOMY)).hasSize(1);
    }
  }

  @Test
  void our_database_away_is_not_the_providers_fault() throws SQLException {
    String name = STORAGE.database().name();
    String key = newKey();

    try (var connection = STORAGE.database().asAdministrator();
        var administrator = connection.createStatement()) {
      administrator.execute(
          "update pg_database set datallowconn = false where datname = '%s'".formatted(name));
      administrator.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = '%s' and pid <> pg_backend_pid()
          """
              .formatted(name));
      assertThatThrownBy(() -> provider().find(key))
          .isInstanceOf(StorageUnavailableException.class);
      administrator.execute(
          "update pg_database set datallowconn = true where datname = '%s'".formatted(name));
    }
    await()
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(atOnce(caller -> () -> provider().find(key)))
                .hasOnlyElementsOfType(Found.None.class));
  }

  private static Simulators simulators() {
    return STORAGE.get(Simulators.class);
  }

  private static void asOwner(String command) {
    try (var connection = STORAGE.database().asOwner();
        var statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException(command, e);
    }
  }
}
