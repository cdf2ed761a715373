package dev.slipway.workflows.world;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.Decision;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What a projection would hold: every attempt, decision and end, in the order they happened.
public final class AttemptLog {

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final List<End> ends = new CopyOnWriteArrayList<>();

  /// One attempt as it began.
  ///
  /// @param call the attempt of this call, from 1
  public record Entry(StepContext context, int call, List<Object> arguments) {}

  /// How an attempt ended; one whose worker died has none.
  ///
  /// @param verdict null when it succeeded
  public record End(StepContext context, int call, @Nullable Verdict verdict) {}

  void begins(Entry entry) {
    entries.add(entry);
  }

  void ends(End end) {
    ends.add(end);
  }

  /// Attempts of the call that an attempt belongs to, so far.
  Tries tries(StepContext context, int call) {
    long answered =
        ends.stream().filter(end -> end.context().equals(context) && end.call() < call).count();
    return new Tries(call, call - 1 - (int) answered);
  }

  /// Attempts of an action.
  public List<Entry> of(String action) {
    return entries.stream().filter(entry -> entry.context().action().equals(action)).toList();
  }

  /// Attempts of a step in a phase.
  public List<Entry> of(String action, String step, Phase phase) {
    return of(action).stream()
        .filter(entry -> entry.context().step().equals(step) && entry.context().phase() == phase)
        .toList();
  }

  /// Steps with attempts in a phase, in the order of their first.
  public List<String> steps(String action, Phase phase) {
    return of(action).stream()
        .filter(entry -> entry.context().phase() == phase)
        .map(entry -> entry.context().step())
        .distinct()
        .toList();
  }

  /// Commands that were obeyed, as attempts carried them, each once.
  public List<Decision> decisions(String action) {
    return of(action).stream()
        .flatMap(entry -> entry.context().decisions().stream())
        .distinct()
        .toList();
  }

  /// Verdicts about an action's attempts.
  public List<Verdict> verdicts(String action) {
    return ends.stream()
        .filter(end -> end.context().action().equals(action))
        .map(End::verdict)
        .filter(verdict -> verdict != null)
        .toList();
  }

  /// The ends that were recorded for an action; a right action has exactly one.
  public List<ActionStatus> finals(String action) {
    return ends.stream()
        .filter(end -> end.context().action().equals(action))
        .filter(end -> end.verdict() == null && end.context().ends())
        .map(end ->
            end.context().phase() == Phase.FORWARD ? ActionStatus.SUCCEEDED : ActionStatus.ABORTED)
        .toList();
  }
}
