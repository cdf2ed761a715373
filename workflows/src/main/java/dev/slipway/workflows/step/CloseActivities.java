package dev.slipway.workflows.step;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// Ends an action whose last undo could not: it had none, or an operator skipped it.
@ActivityInterface
public interface CloseActivities {

  /// Writes the end; the transaction is the one of the attempt.
  @ActivityMethod(name = "CloseAction")
  void close(String action);
}
