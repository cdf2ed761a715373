package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.TaskState;
import dev.slipway.workflows.simulator.Timing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// Tasks, whose end is fixed when they begin; call it inside a transaction.
@Singleton
final class Tasks {

  private final TaskRows rows;
  private final MachineRows machines;
  private final TimingRows timings;
  private final Clock clock;

  Tasks(TaskRows rows, MachineRows machines, TimingRows timings, Clock clock) {
    this.rows = rows;
    this.machines = machines;
    this.timings = timings;
    this.clock = clock;
  }

  /// The cloud's time.
  Instant now() {
    return clock.instant();
  }

  /// When a task that begins now ends. It varies by machine and key, so a rerun takes as long.
  Instant end(String location, String machine, String operation, String key) {
    Timing timing = timings.of(location).map(TimingRow::toTiming).orElse(Timing.USUAL);
    double draw = new SplittableRandom((machine + operation + key).hashCode()).nextDouble();
    double share = 1 + timing.variance() * (2 * draw - 1);
    Duration usual =
        switch (operation) {
          case "start", "stop", "reset" -> timing.power();
          case "configure", "resize" -> timing.configure();
          case MachineRemoval.OPERATION -> timing.delete();
          default -> timing.create();
        };
    return now().plusMillis(Math.round(usual.toMillis() * share));
  }

  /// Writes a task down and returns its reference; a vanishing one is not written.
  String begin(
      String location, String machine, String operation, String key, Instant end, TaskFate fate) {
    String ref = "task-" + UUID.randomUUID();
    if (fate != TaskFate.VANISHES) {
      rows.insert(
          ref,
          location,
          machine,
          operation,
          key,
          now(),
          end,
          fate == TaskFate.FAILS ? operation + " ended in error" : null);
    }
    return ref;
  }

  /// The task that began an operation under a key, unless it failed or vanished.
  Optional<String> ofKey(String machine, String operation, String key) {
    return rows.ofKey(machine, operation, key).map(TaskRow::ref);
  }

  /// The last task of an operation on a machine, failed ones included.
  Optional<String> latest(String machine, String operation) {
    return rows.latest(machine, operation).map(TaskRow::ref);
  }

  /// Ends whatever is at work on a machine.
  void endAll(String machine) {
    rows.endAll(machine, "The machine was deleted", now());
  }

  TaskState poll(String location, String ref, TaskFate fate) {
    Optional<TaskRow> known = rows.known(location, ref);
    if (known.isEmpty()) {
      return new TaskState.Lost();
    }
    return switch (fate) {
      case SUCCEEDS -> known.get().stateAt(now());
      case FAILS -> fail(location, known.get());
      case VANISHES -> {
        rows.lose(ref);
        yield new TaskState.Lost();
      }
    };
  }

  private TaskState fail(String location, TaskRow task) {
    Instant now = now();
    if (task.operation().equals(MachineBuilding.OPERATION)) {
      machines.wreck(task.machine(), now);
    }
    rows.fail(task.ref(), task.operation() + " ended in error", now);
    return rows.known(location, task.ref()).orElseThrow().stateAt(now);
  }
}
