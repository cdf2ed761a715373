package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.TaskState;
import dev.slipway.workflows.provider.FailureClass;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of `sim_task` that is not lost.
///
/// @param failure the error it ends in, null when it succeeds
@MappedEntity("sim_task")
record TaskRow(
    @Id String ref,
    String machine,
    String operation,
    Instant startedAt,
    Instant finishesAt,
    @Nullable String failure) {

  TaskState stateAt(Instant now) {
    if (now.isBefore(finishesAt)) {
      return new TaskState.Running(progressAt(now));
    }
    return failure == null
        ? new TaskState.Succeeded(List.of())
        : new TaskState.Failed(FailureClass.UNKNOWN_OUTCOME, failure);
  }

  private int progressAt(Instant now) {
    long whole = Math.max(1, Duration.between(startedAt, finishesAt).toMillis());
    long past = Math.max(0, Duration.between(startedAt, now).toMillis());
    return (int) Math.min(99, 100 * past / whole);
  }
}
