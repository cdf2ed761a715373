package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.Started;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Deletes machines, in whatever state; call it inside a transaction.
@Singleton
final class MachineRemoval {

  /// What faults call it.
  static final String OPERATION = "delete_machine";

  private final MachineRows rows;
  private final Requirements requirements;
  private final Tasks tasks;

  MachineRemoval(MachineRows rows, Requirements requirements, Tasks tasks) {
    this.rows = rows;
    this.requirements = requirements;
    this.tasks = tasks;
  }

  Started delete(String location, String machine, String key, TaskFate fate) {
    Optional<MachineRow> row = rows.lock(location, machine, tasks.now());
    return row.isEmpty() ? new Started(null, null) : delete(row.get(), key, fate);
  }

  private Started delete(MachineRow machine, String key, TaskFate fate) {
    String id = machine.externalId();
    Instant underWay = machine.deletedAt();
    if (underWay != null) {
      String task =
          tasks
              .latest(id, OPERATION)
              .orElseGet(() ->
                  tasks.begin(machine.location(), id, OPERATION, key, underWay, TaskFate.SUCCEEDS));
      return new Started(id, task);
    }
    Instant end = tasks.end(machine.location(), id, OPERATION, key);
    if (fate != TaskFate.FAILS) {
      tasks.endAll(id);
      rows.delete(id, end);
      requirements.releaseWith(machine);
    }
    return new Started(id, tasks.begin(machine.location(), id, OPERATION, key, end, fate));
  }
}
