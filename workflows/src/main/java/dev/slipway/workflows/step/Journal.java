package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What no activity has written down yet, and how often each step was tried. There are no
/// bookkeeping activities: each call carries what was decided since the last one.
final class Journal {

  private final List<Decision> unwritten = new ArrayList<>();
  private final Map<String, Integer> attempts = new HashMap<>();

  void decided(CommandDesk.Accepted obeyed, String step, Phase phase) {
    unwritten.add(
        new Decision(
            obeyed.kind(),
            step,
            phase,
            obeyed.parking(),
            obeyed.command().reason(),
            obeyed.command().givenBy(),
            obeyed.command().inputs(),
            obeyed.at()));
  }

  List<Decision> unwritten() {
    return List.copyOf(unwritten);
  }

  int attemptsOf(String step) {
    return attempts.getOrDefault(step, 0);
  }

  void ended(StepContext context, StepCall.Outcome outcome) {
    // Only a verdict says how many attempts it took; else all count, for numbers must only rise.
    int made =
        outcome instanceof StepCall.Outcome.Failed failed
            ? failed.verdict().attempts()
            : context.policy().calls();
    attempts.merge(context.step(), made, Integer::sum);
    if (isWritten(outcome)) {
      unwritten.removeAll(context.decisions());
    }
  }

  /// Whether the attempt surely wrote down what it carried; where it is in doubt the next call
  /// carries it again.
  private static boolean isWritten(StepCall.Outcome outcome) {
    return switch (outcome) {
      case StepCall.Outcome.Done done -> true;
      case StepCall.Outcome.Cancelled cancelled -> false;
      case StepCall.Outcome.Failed failed ->
          failed.isJudged() && failed.verdict().failure() != FailureClass.DATABASE;
    };
  }
}
