package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Started;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.server.ServerSize;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Builds machines; call it inside a transaction.
@Singleton
final class MachineBuilding {

  /// What faults call it.
  static final String OPERATION = "create_machine";

  private final MachineRows rows;
  private final Requirements requirements;
  private final Rooms rooms;
  private final Tasks tasks;

  MachineBuilding(MachineRows rows, Requirements requirements, Rooms rooms, Tasks tasks) {
    this.rows = rows;
    this.requirements = requirements;
    this.rooms = rooms;
    this.tasks = tasks;
  }

  Started create(String location, Operation.Create wanted, String key, TaskFate fate) {
    rows.hold(location, key);
    List<MachineRow> present =
        rows.ofKey(location, key, tasks.now()).stream()
            .filter(row -> row.deletedAt() == null)
            .toList();
    if (present.isEmpty()) {
      return build(location, wanted, key, fate);
    }
    String machine = present.getFirst().externalId();
    return new Started(machine, tasks.latest(machine, OPERATION).orElse(null));
  }

  /// Makes a machine as a person would in the provider's own panel: without key and labels, and
  /// running at once.
  String createByHand(String location, String name, ServerSize size, String image) {
    requirements.requireImage(image);
    String machine = newId();
    String room = rooms.takeByHand(location, size).externalId();
    Instant now = tasks.now();
    rows.insert(
        machine,
        location,
        name,
        null,
        null,
        null,
        null,
        room,
        size.vcpus(),
        size.memoryMib(),
        size.diskGib(),
        image,
        null,
        null,
        "",
        ProviderMachine.State.RUNNING.code(),
        now,
        now);
    return machine;
  }

  private Started build(String location, Operation.Create wanted, String key, TaskFate fate) {
    String room = requirements.roomFor(location, wanted);
    String machine = newId();
    Instant end = tasks.end(location, machine, OPERATION, key);
    ServerSize size = wanted.size();
    Addresses addresses = wanted.addresses();
    ProviderMachine.State state =
        fate == TaskFate.FAILS ? ProviderMachine.State.ERROR : ProviderMachine.State.RUNNING;
    rows.insert(
        machine,
        location,
        wanted.name(),
        key,
        wanted.owner().action(),
        wanted.owner().tenant(),
        wanted.owner().server(),
        room,
        size.vcpus(),
        size.memoryMib(),
        size.diskGib(),
        wanted.image(),
        addresses.ipv4(),
        addresses.ipv6(),
        String.join(",", wanted.networks()),
        state.code(),
        end,
        tasks.now());
    return new Started(machine, tasks.begin(location, machine, OPERATION, key, end, fate));
  }

  private static String newId() {
    return "vm-" + UUID.randomUUID();
  }
}
