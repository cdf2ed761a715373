package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.provider.TaskState;
import jakarta.inject.Singleton;

/// What is begun and finished later; call it inside a transaction.
@Singleton
record SimulatedWork(
    MachineBuilding building, MachineChanges changes, MachineRemoval removal, Tasks tasks) {

  /// What faults call an operation.
  static String nameOf(Operation operation) {
    return switch (operation) {
      case Operation.Create _ -> MachineBuilding.OPERATION;
      case Operation.Delete _ -> MachineRemoval.OPERATION;
      case Operation.Change change -> MachineChanges.operationOf(change);
    };
  }

  Started begin(String location, Operation operation, String key, TaskFate fate) {
    return switch (operation) {
      case Operation.Create wanted -> building.create(location, wanted, key, fate);
      case Operation.Delete(var machine) -> removal.delete(location, machine, key, fate);
      case Operation.Change change -> changes.begin(location, change, key, fate);
    };
  }

  TaskState poll(String location, String ref, TaskFate fate) {
    return tasks.poll(location, ref, fate);
  }
}
