package dev.slipway.activities.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.provider.ComputeProvider.AllocatedAddresses;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.Room;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every provider must do, whatever is behind it.
public abstract class ComputeProviderContract extends ProviderScene {

  @Test
  void nothing_bears_a_key_before_its_first_use() {
    String key = newKey();

    assertThat(provider().find(key)).isInstanceOf(Found.None.class);
    assertThat(provider().findReservation(key)).isInstanceOf(Found.None.class);
    assertThat(provider().findAddresses(key)).isInstanceOf(Found.None.class);
  }

  @Test
  void asking_for_room_holds_none_and_never_denies_what_there_is() {
    ServerSize impossible = new ServerSize(1_000_000, Integer.MAX_VALUE, Integer.MAX_VALUE);

    assertThat(provider().roomFor(SIZE)).isIn(Room.THERE, Room.UNKNOWN);
    assertThat(provider().roomFor(impossible)).isIn(Room.NONE, Room.UNKNOWN);
    assertThat(provider().reserve(SIZE, OWNER, newKey())).isNotNull();
  }

  @Test
  void the_same_key_twice_is_one_reservation() {
    String key = newKey();

    Reservation first = provider().reserve(SIZE, OWNER, key);
    Reservation second = provider().reserve(SIZE, OWNER, key);

    assertThat(second).isEqualTo(first);
    assertThat(provider().findReservation(key)).isEqualTo(new Found.One<>(first));
  }

  @Test
  void the_same_key_twice_is_one_set_of_addresses() {
    String key = newKey();
    Set<AddressFamily> families = EnumSet.allOf(AddressFamily.class);

    AllocatedAddresses first = provider().allocateAddresses(families, OWNER, key);
    AllocatedAddresses second = provider().allocateAddresses(families, OWNER, key);

    assertThat(second).isEqualTo(first);
    assertThat(first.addresses().ipv4()).isNotBlank();
    assertThat(first.addresses().ipv6()).isNotBlank();
    assertThat(provider().findAddresses(key)).isEqualTo(new Found.One<>(first));
  }

  @Test
  void addresses_are_of_the_families_asked_for() {
    AllocatedAddresses only6 =
        provider().allocateAddresses(EnumSet.of(AddressFamily.IPV6), OWNER, newKey());

    assertThat(only6.addresses().ipv4()).isNull();
    assertThat(only6.addresses().ipv6()).isNotBlank();
  }

  @Test
  void the_same_key_twice_is_one_machine() {
    String key = newKey();

    Started first = begin(key);
    Started second = begin(key);

    assertThat(second.externalId()).isEqualTo(first.externalId());
  }

  @Test
  void a_machine_is_found_by_its_key_as_it_was_ordered() {
    String key = newKey();
    String id = running(key);

    ProviderMachine machine = provider().find(key).single(key).orElseThrow();

    assertThat(machine.externalId()).isEqualTo(id);
    assertThat(machine.key()).isEqualTo(key);
    assertThat(machine.owner()).isEqualTo(OWNER);
    assertThat(machine.name()).isEqualTo("web-1");
    assertThat(machine.size()).isEqualTo(SIZE);
    assertThat(machine.image()).isEqualTo(image());
    assertThat(machine.state()).isEqualTo(ProviderMachine.State.RUNNING);
    assertThat(provider().read(id)).contains(machine);
  }

  @Test
  void a_machine_is_found_by_its_key_while_it_is_built() {
    String key = newKey();
    Started started = begin(key);

    ProviderMachine machine = provider().find(key).single(key).orElseThrow();

    assertThat(machine.externalId()).isEqualTo(started.externalId());
    assertThat(machine.state()).isEqualTo(ProviderMachine.State.CREATING);
    assertThat(provider().verify(machine.externalId())).isFalse();
  }

  @Test
  void a_task_runs_and_succeeds() {
    Started started = begin(newKey());

    assertThat(provider().poll(taskOf(started))).isInstanceOf(TaskState.Running.class);
    assertThat(awaitEnd(started)).isInstanceOf(TaskState.Succeeded.class);
    assertThat(provider().verify(idOf(started))).isTrue();
  }

  @Test
  void a_task_nobody_knows_is_lost() {
    assertThat(provider().poll("task-" + UUID.randomUUID())).isInstanceOf(TaskState.Lost.class);
  }

  @Test
  void an_unknown_image_is_refused() {
    String key = newKey();
    Reservation room = provider().reserve(SIZE, OWNER, key);
    Operation create =
        new Operation.Create(
            "web-1",
            SIZE,
            "no-such-image",
            room.externalId(),
            new Addresses(room.location(), null, null),
            List.of(),
            List.of(),
            null,
            OWNER);

    assertFails(FailureClass.INVALID, () -> provider().start(create, key));
    assertThat(provider().find(key)).isInstanceOf(Found.None.class);
  }

  @Test
  void a_machine_joins_the_networks_that_were_asked_for() {
    String id = running(newKey());

    assertThat(networks()).isNotEmpty();
    assertThat(provider().read(id).orElseThrow().networks()).isEqualTo(networks());
  }

  @Test
  void an_unknown_network_is_refused() {
    String key = newKey();
    Reservation room = provider().reserve(SIZE, OWNER, key);
    Operation create =
        new Operation.Create(
            "web-1",
            SIZE,
            image(),
            room.externalId(),
            new Addresses(room.location(), null, null),
            List.of("no-such-network"),
            List.of(),
            null,
            OWNER);

    assertFails(FailureClass.INVALID, () -> provider().start(create, key));
    assertThat(provider().find(key)).isInstanceOf(Found.None.class);
  }

  @Test
  void deleting_twice_is_a_success() {
    String key = newKey();
    String id = running(key);

    awaitEnd(provider().start(new Operation.Delete(id), key + "/delete"));
    Started again = provider().start(new Operation.Delete(id), key + "/delete");

    assertThat(again.taskRef()).isNull();
    assertThat(provider().read(id)).isEmpty();
    assertThat(provider().find(key)).isInstanceOf(Found.None.class);
  }

  @Test
  void deleting_what_never_was_is_a_success() {
    Started deletion = provider().start(new Operation.Delete("no-such-machine"), newKey());

    assertThat(deletion.taskRef()).isNull();
  }

  @Test
  void a_machine_is_deleted_while_it_is_built() {
    String key = newKey();
    Started started = begin(key);

    awaitEnd(provider().start(new Operation.Delete(idOf(started)), key + "/delete"));

    assertThat(provider().find(key)).isInstanceOf(Found.None.class);
    assertThat(provider().poll(taskOf(started))).isNotInstanceOf(TaskState.Succeeded.class);
  }

  @Test
  void a_key_makes_a_new_machine_once_the_old_one_is_gone() {
    String key = newKey();
    String former = running(key);
    awaitEnd(provider().start(new Operation.Delete(former), key + "/delete"));

    String present = running(key);

    assertThat(present).isNotEqualTo(former);
    assertThat(provider().find(key).single(key).orElseThrow().externalId()).isEqualTo(present);
  }

  @Test
  void releasing_twice_or_nothing_is_a_success() {
    String key = newKey();
    Reservation room = provider().reserve(SIZE, OWNER, key);
    AllocatedAddresses addresses =
        provider().allocateAddresses(EnumSet.allOf(AddressFamily.class), OWNER, key);

    for (int time = 0; time < 2; time++) {
      provider().releaseReservation(room.externalId());
      provider().releaseAddresses(addresses.externalId());
    }
    provider().releaseReservation("no-such-room");
    provider().releaseAddresses("no-such-addresses");

    assertThat(provider().findReservation(key)).isInstanceOf(Found.None.class);
    assertThat(provider().findAddresses(key)).isInstanceOf(Found.None.class);
  }

  @Test
  void the_same_configuration_twice_is_one() {
    String id = running(newKey());
    String key = newKey();
    Operation configure =
        new Operation.Configure(
            id, "web-1", provider().read(id).orElseThrow().addresses(), networks(), List.of());

    Started first = provider().start(configure, key);
    Started second = provider().start(configure, key);
    awaitEnd(first);

    assertThat(second).isEqualTo(first);
    assertThat(provider().read(id).orElseThrow().hostName()).isEqualTo("web-1");
    assertThat(provider().read(id).orElseThrow().networks()).isEqualTo(networks());
  }

  @Test
  void a_change_of_a_machine_that_is_not_there_is_refused() {
    assertFails(
        FailureClass.NOT_FOUND,
        () -> provider().start(new Operation.Reset("no-such-machine"), newKey()));
    assertFails(FailureClass.NOT_FOUND, () -> provider().verify("no-such-machine"));
  }

  @Test
  void starting_what_runs_needs_no_task() {
    String id = running(newKey());

    assertThat(provider().start(new Operation.Start(id), newKey()).taskRef()).isNull();
  }

  @Test
  void a_machine_stops_and_starts() {
    String id = running(newKey());

    awaitEnd(provider().start(new Operation.Stop(id), newKey()));
    assertThat(provider().read(id).orElseThrow().state()).isEqualTo(ProviderMachine.State.STOPPED);
    assertThat(provider().verify(id)).isFalse();

    awaitEnd(provider().start(new Operation.Start(id), newKey()));
    assertThat(provider().read(id).orElseThrow().state()).isEqualTo(ProviderMachine.State.RUNNING);
  }

  @Test
  void a_machine_that_is_busy_is_locked() {
    String id = idOf(begin(newKey()));

    assertFails(FailureClass.LOCKED, () -> provider().start(new Operation.Reset(id), newKey()));
  }

  @Test
  void a_machine_made_by_hand_is_found_once_it_is_labelled() {
    String id = makeByHand("by-hand");
    String key = newKey();
    assertThat(provider().read(id).orElseThrow().owner()).isNull();

    provider().label(id, OWNER, key);
    provider().label(id, OWNER, key);

    ProviderMachine found = provider().find(key).single(key).orElseThrow();
    assertThat(found.externalId()).isEqualTo(id);
    assertThat(found.owner()).isEqualTo(OWNER);
  }

  @Test
  void an_unlabelled_machine_stays_as_it_is() {
    String id = makeByHand("by-hand");
    ProviderMachine before = provider().read(id).orElseThrow();
    String key = newKey();
    provider().label(id, OWNER, key);

    provider().unlabel(id);
    provider().unlabel(id);
    provider().unlabel("no-such-machine");

    assertThat(provider().find(key)).isInstanceOf(Found.None.class);
    assertThat(provider().read(id)).contains(before);
  }

  @Test
  void labels_of_something_else_are_not_overwritten() {
    String ours = running(newKey());
    String takenKey = newKey();
    String taken = running(takenKey);
    String free = makeByHand("by-hand");

    assertFails(FailureClass.CONFLICT, () -> provider().label(ours, OWNER, newKey()));
    assertFails(FailureClass.CONFLICT, () -> provider().label(free, OWNER, takenKey));
    assertThat(provider().find(takenKey).single(takenKey).orElseThrow().externalId())
        .isEqualTo(taken);
  }

  @Test
  void many_callers_with_one_key_make_one_machine() {
    String key = newKey();

    List<Started> started = atOnce(caller -> () -> begin(key));

    assertThat(started)
        .extracting(Started::externalId)
        .hasSize(20)
        .containsOnly(provider().find(key).single(key).orElseThrow().externalId());
  }

  @Test
  void many_callers_with_keys_of_their_own_get_addresses_of_their_own() {
    Set<AddressFamily> families = EnumSet.allOf(AddressFamily.class);

    List<AllocatedAddresses> allocated =
        atOnce(caller -> () -> provider().allocateAddresses(families, OWNER, newKey()));

    assertThat(allocated).extracting(one -> one.addresses().ipv4()).doesNotHaveDuplicates();
    assertThat(allocated).extracting(one -> one.addresses().ipv6()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NOT_FOUND", "CONFLICT", "UNSUPPORTED", "DATABASE"})
  void a_failure_is_told_by_its_class(FailureClass failure) {
    letNextCallFail(failure);

    assertFails(failure, () -> provider().reserve(SIZE, OWNER, newKey()));
  }
}
