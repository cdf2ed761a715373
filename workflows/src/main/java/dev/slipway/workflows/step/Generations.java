package dev.slipway.workflows.step;

import io.temporal.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The input generations of a plan's steps. What one made is taken back before the next begins; and
/// before that what later steps made of it, where an earlier run had come to them.
final class Generations {

  private static final String LATER_STEPS = "later-steps-first";

  private final Plan<?> plan;
  private final Resume resume;
  private final StepRunner runner;
  private final UndoStack undo;
  private final Set<String> overtaken = new HashSet<>();
  private final Set<String> left = new HashSet<>();

  Generations(Plan<?> plan, Resume resume, StepRunner runner, UndoStack undo) {
    this.plan = plan;
    this.resume = resume;
    this.runner = runner;
    this.undo = undo;
  }

  /// What an earlier run left of a step, and what this one made of that.
  Resume.StepMemory memoryOf(String step) {
    Resume.StepMemory memory = resume.memoryOf(step);
    return isOvertaken(step) ? memory.overtaken() : memory;
  }

  /// Whether this run took back what an earlier one left of a step.
  boolean isOvertaken(String step) {
    return overtaken.contains(step);
  }

  /// Whether an earlier run was about to take back what a step made.
  boolean isStale(String step) {
    return stale().contains(step);
  }

  /// An operator left what an earlier run made of a step.
  void leave(String step) {
    left.add(step);
  }

  /// A step begins a generation.
  <A, Q> void begin(Step<A, Q, ?> step, int generation, Q request) {
    undo.push(step, generation, request);
  }

  /// Takes back what a step made under a generation.
  void takeBack(String step, int generation) {
    undo.find(step, generation).ifPresent(entry -> new Undoing(runner).one(entry, false));
  }

  /// Nothing is left of a generation, or an operator left it.
  void over(String step, int generation) {
    undo.drop(step, generation);
  }

  /// Takes back what the run before was about to take back, last made first.
  void takeBackStale() {
    takeBack(stale());
  }

  /// Takes back what an earlier run made after a step, last made first: it was made of what this
  /// step is about to bring no more. Those steps run anew, under their next generation.
  void takeBackAfter(Step<?, ?, ?> step) {
    Set<String> later = leftAfter(step.id());
    if (!later.isEmpty() && isChangeKnown()) {
      overtaken.addAll(later);
      takeBack(later);
    }
  }

  /// Runs that passed here before later steps were taken back do not do so.
  private static boolean isChangeKnown() {
    return Workflow.getVersion(LATER_STEPS, Workflow.DEFAULT_VERSION, 1) == 1;
  }

  private void takeBack(Set<String> steps) {
    Optional<UndoStack.Entry<?, ?>> last = undo.lastOf(steps);
    while (last.isPresent()) {
      UndoStack.Entry<?, ?> entry = last.get();
      String step = entry.step().id();
      if (!left.contains(step)) {
        new Undoing(runner).one(entry, false);
      }
      undo.drop(step, entry.generation());
      runner.leaveIfAborted();
      last = undo.lastOf(steps);
    }
  }

  private Set<String> leftAfter(String step) {
    List<String> ids = plan.steps().stream().map(Step::id).toList();
    Set<String> later = new HashSet<>(ids.subList(ids.indexOf(step) + 1, ids.size()));
    later.removeAll(overtaken);
    later.removeAll(stale());
    later.retainAll(
        resume.undo().stream().map(Resume.UndoMemory::step).collect(Collectors.toSet()));
    return later;
  }

  private Set<String> stale() {
    return resume.undo().stream()
        .filter(memory -> memory.generation() < resume.memoryOf(memory.step()).generation())
        .map(Resume.UndoMemory::step)
        .collect(Collectors.toSet());
  }
}
