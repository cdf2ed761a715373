package dev.slipway.activities.machine;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.provider.TaskState;
import dev.slipway.activities.temporal.Pause;
import dev.slipway.activities.temporal.StepAttempt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Looks at a provider until something is over, with a heartbeat at every look. The step's policy
/// says how long that may take.
@Singleton
final class TaskWatch {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final Pause pause;

  TaskWatch(Pause pause) {
    this.pause = pause;
  }

  /// Sees a started operation through.
  ///
  /// @param isDone tells of it where its task cannot
  /// @return how it failed, nothing when it is done
  Optional<TaskState.Failed> end(
      ComputeProvider provider, Started started, BooleanSupplier isDone) {
    String taskRef = started.taskRef();
    if (taskRef == null) {
      return Optional.empty();
    }
    TaskState end = follow(provider, taskRef);
    if (end instanceof TaskState.Lost) {
      until(isDone);
    }
    return end instanceof TaskState.Failed failed ? Optional.of(failed) : Optional.empty();
  }

  /// Follows a task; never returns [TaskState.Running].
  TaskState follow(ComputeProvider provider, String taskRef) {
    Duration next = FIRST_PAUSE;
    TaskState state = provider.poll(taskRef);
    while (state instanceof TaskState.Running(int progress)) {
      StepAttempt.current().heartbeat(progress);
      pause.of(next);
      next = longer(next);
      state = provider.poll(taskRef);
    }
    return state;
  }

  /// Returns once something is so.
  void until(BooleanSupplier isOver) {
    Duration next = FIRST_PAUSE;
    while (!isOver.getAsBoolean()) {
      pause.of(next);
      next = longer(next);
    }
  }

  private static Duration longer(Duration pause) {
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }
}
