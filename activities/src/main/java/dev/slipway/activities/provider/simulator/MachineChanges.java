package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.Operation.Backup;
import dev.slipway.activities.provider.Operation.Change;
import dev.slipway.activities.provider.Operation.Configure;
import dev.slipway.activities.provider.Operation.Rebuild;
import dev.slipway.activities.provider.Operation.Reset;
import dev.slipway.activities.provider.Operation.Resize;
import dev.slipway.activities.provider.Operation.Restore;
import dev.slipway.activities.provider.Operation.Snapshot;
import dev.slipway.activities.provider.Operation.Start;
import dev.slipway.activities.provider.Operation.Stop;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.ProviderMachine.State;
import dev.slipway.activities.provider.Started;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Changes machines that stay, one task at a time each; call it inside a transaction.
@Singleton
final class MachineChanges {

  private final MachineRows rows;
  private final KeptRows kept;
  private final Requirements requirements;
  private final Tasks tasks;

  MachineChanges(MachineRows rows, KeptRows kept, Requirements requirements, Tasks tasks) {
    this.rows = rows;
    this.kept = kept;
    this.requirements = requirements;
    this.tasks = tasks;
  }

  /// What faults call a change.
  static String operationOf(Change change) {
    return switch (change) {
      case Configure _ -> "configure";
      case Start _ -> "start";
      case Stop _ -> "stop";
      case Reset _ -> "reset";
      case Resize _ -> "resize";
      case Rebuild _ -> "rebuild";
      case Snapshot _ -> "snapshot";
      case Backup _ -> "backup";
      case Restore _ -> "restore";
    };
  }

  Started begin(String location, Change change, String key, TaskFate fate) {
    MachineRow machine =
        rows.lock(location, change.machine(), tasks.now())
            .orElseThrow(() ->
                new ProviderException(
                    FailureClass.NOT_FOUND,
                    "There is no machine %s at simulator/%s"
                        .formatted(change.machine(), location)));
    Optional<String> same = tasks.ofKey(machine.externalId(), operationOf(change), key);
    if (same.isPresent() || isDone(machine, change)) {
      return new Started(subject(machine, change, key), same.orElse(null));
    }
    refuseUnlessFree(machine);
    return begin(machine, change, key, fate);
  }

  private Started begin(MachineRow machine, Change change, String key, TaskFate fate) {
    String operation = operationOf(change);
    Instant end = tasks.end(machine.location(), machine.externalId(), operation, key);
    if (fate == TaskFate.FAILS) {
      rows.settle(machine.externalId(), machine.state(), end);
    } else {
      rows.settle(machine.externalId(), stateAfter(machine, change).code(), end);
      change(machine, change, key);
    }
    String task = tasks.begin(machine.location(), machine.externalId(), operation, key, end, fate);
    return new Started(subject(machine, change, key), task);
  }

  private void change(MachineRow machine, Change change, String key) {
    String id = machine.externalId();
    switch (change) {
      case Configure wanted -> configure(machine, wanted);
      case Resize(_, var size) -> resize(machine, size);
      case Rebuild(_, var image) -> {
        requirements.requireImage(image);
        rows.rebuild(id, image);
      }
      case Snapshot(_, var name) -> keep(id, "snapshot", name, key);
      case Backup _ -> keep(id, "backup", machine.name(), key);
      case Restore(_, var keptId) -> rows.rebuild(id, imageOf(machine, keptId));
      case Start _, Stop _, Reset _ -> {}
    }
  }

  private void configure(MachineRow machine, Configure wanted) {
    requirements.requireNetworks(machine.location(), wanted.networks());
    rows.configure(
        machine.externalId(),
        wanted.hostName(),
        wanted.addresses().ipv4(),
        wanted.addresses().ipv6(),
        String.join(",", wanted.networks()));
  }

  private void resize(MachineRow machine, ServerSize size) {
    requirements.resize(machine, size);
    rows.resize(machine.externalId(), size.vcpus(), size.memoryMib(), size.diskGib());
  }

  private void keep(String machine, String operation, String name, String key) {
    kept.insert("kept-" + UUID.randomUUID(), machine, operation, name, key, tasks.now());
  }

  private String imageOf(MachineRow machine, String keptId) {
    return kept.ofMachine(machine.location(), keptId, machine.externalId())
        .map(KeptRow::image)
        .orElseThrow(() ->
            new ProviderException(
                FailureClass.INVALID,
                "%s has no snapshot or backup %s".formatted(machine.externalId(), keptId)));
  }

  private static State stateAfter(MachineRow machine, Change change) {
    return switch (change) {
      case Start _, Reset _, Rebuild _, Restore _ -> State.RUNNING;
      case Stop _ -> State.STOPPED;
      case Configure _, Resize _, Snapshot _, Backup _ -> machine.stateNow();
    };
  }

  private boolean isDone(MachineRow machine, Change change) {
    boolean isAsked =
        (change instanceof Start && machine.stateNow() == State.RUNNING)
            || (change instanceof Stop && machine.stateNow() == State.STOPPED);
    return isAsked && !machine.isBusy(tasks.now());
  }

  private String subject(MachineRow machine, Change change, String key) {
    return switch (change) {
      case Snapshot _, Backup _ ->
          kept.ofKey(machine.location(), key).map(KeptRow::externalId).orElse(machine.externalId());
      case Configure _, Start _, Stop _, Reset _, Resize _, Rebuild _, Restore _ ->
          machine.externalId();
    };
  }

  private void refuseUnlessFree(MachineRow machine) {
    String at = "%s at simulator/%s ".formatted(machine.externalId(), machine.location());
    if (machine.deletedAt() != null) {
      throw new ProviderException(FailureClass.NOT_FOUND, at + "is being deleted");
    }
    if (machine.isBusy(tasks.now())) {
      throw new ProviderException(
          FailureClass.LOCKED, at + "is held by another task", machine.settlesAt());
    }
    if (machine.stateNow() == State.ERROR) {
      throw new ProviderException(FailureClass.INVALID, at + "failed to build");
    }
  }
}
