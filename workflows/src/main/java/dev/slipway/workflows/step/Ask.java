package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Phase;
import io.temporal.workflow.Functions;
import org.jspecify.annotations.Nullable;

/// One piece of work for the [StepRunner].
///
/// @param generation the input generation
/// @param ends whether its success ends the action
/// @param body calls the activity
record Ask(
    Step<?, ?, ?> step,
    Phase phase,
    int generation,
    boolean ends,
    Functions.Func<@Nullable Object> body) {

  /// Whether an abort may break it off. An undo is wanted all the more then; and what would end the
  /// action must be known to its end, else a server that was handed over would be destroyed.
  boolean isInterruptible() {
    return phase == Phase.FORWARD && !ends;
  }
}
