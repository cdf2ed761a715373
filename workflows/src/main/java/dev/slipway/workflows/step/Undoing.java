package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Phase;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/// Takes steps back, parking as often as needed.
final class Undoing {

  private final StepRunner runner;

  Undoing(StepRunner runner) {
    this.runner = runner;
  }

  /// Takes back everything, last made first, and ends the action.
  void all(UndoStack undo, String action) {
    boolean isClosed = false;
    while (!undo.isEmpty()) {
      boolean isLast = undo.size() == 1;
      isClosed = one(undo.pop(), isLast) && isLast;
    }
    if (!isClosed) {
      close(action);
    }
  }

  /// Takes back one step.
  ///
  /// @param isLast whether its success ends the action
  /// @return false when an operator left it as it is
  <A, Q> boolean one(UndoStack.Entry<A, Q> entry, boolean isLast) {
    Step<A, Q, ?> step = entry.step();
    Functions.Func<@Nullable Object> body =
        () -> {
          entry.call(StepCall.stub(step.activities(), step.policy(), entry.undo().label()));
          return null;
        };
    return untilDone(new Ask(step, Phase.UNDO, entry.generation(), isLast, body));
  }

  private void close(String action) {
    Step<CloseActivities, String, String> step = CloseAction.CLOSE_ACTION;
    Functions.Func<@Nullable Object> body =
        () ->
            step.call()
                .apply(StepCall.stub(step.activities(), step.policy(), step.label()), action);
    untilDone(new Ask(step, Phase.UNDO, 1, true, body));
  }

  private boolean untilDone(Ask ask) {
    while (true) {
      switch (runner.untilDecided(ask)) {
        case StepCall.Outcome.Done done -> {
          return true;
        }
        case StepCall.Outcome.Cancelled cancelled ->
            Workflow.sleep(ask.step().policy().lookAfter(1));
        case StepCall.Outcome.Failed failed -> {
          CommandKind decision = runner.park(ask, failed.verdict()).kind();
          if (decision == CommandKind.SKIP) {
            return false;
          }
          if (decision == CommandKind.ABORT) {
            throw new Unwinding();
          }
        }
      }
    }
  }
}
