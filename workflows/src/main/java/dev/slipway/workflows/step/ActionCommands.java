package dev.slipway.workflows.step;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;

/// What every action understands, from panel, API and Temporal's own UI alike. A refused command
/// fails in its validator and leaves no trace in history.
public interface ActionCommands {

  /// Calls the parked step or undo again with the same inputs and the same key.
  @UpdateMethod(name = "retry")
  String retry(StepCommand command);

  @UpdateValidatorMethod(updateName = "retry")
  void checkRetry(StepCommand command);

  /// Undoes the step's old generation, then calls it with changed inputs under a new key.
  @UpdateMethod(name = "retry_with")
  String retryWith(StepCommand command);

  @UpdateValidatorMethod(updateName = "retry_with")
  void checkRetryWith(StepCommand command);

  /// Takes an object made by hand in the place of the step's effect.
  @UpdateMethod(name = "adopt")
  String adopt(StepCommand command);

  @UpdateValidatorMethod(updateName = "adopt")
  void checkAdopt(StepCommand command);

  /// Goes on without the step, or leaves what a failed undo could not remove.
  @UpdateMethod(name = "skip")
  String skip(StepCommand command);

  @UpdateValidatorMethod(updateName = "skip")
  void checkSkip(StepCommand command);

  /// Undoes everything and ends the action.
  @UpdateMethod(name = "abort")
  String abort(StepCommand command);

  @UpdateValidatorMethod(updateName = "abort")
  void checkAbort(StepCommand command);

  /// Says that what waits may look again at once.
  @SignalMethod(name = "weatherCleared")
  void weatherCleared();

  /// Where the workflow stands, to mend the projection after a worker died.
  @QueryMethod(name = "standing")
  Standing standing();
}
