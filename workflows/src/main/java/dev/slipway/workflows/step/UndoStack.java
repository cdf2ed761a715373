package dev.slipway.workflows.step;

import java.util.ArrayDeque;
import java.util.Deque;

/// What is to be undone, last made first. An entry is pushed before its step is called: after a
/// lost reply nobody knows whether the effect happened.
final class UndoStack {

  private final Deque<Entry<?, ?>> entries = new ArrayDeque<>();

  /// One step's undo.
  record Entry<A, Q>(Step<A, Q, ?> step, Step.Undo<A, Q> undo, int generation, Q request) {
    void call(A activities) {
      undo.call().accept(activities, request);
    }
  }

  <A, Q> void push(Step<A, Q, ?> step, int generation, Q request) {
    step.undo().ifPresent(undo -> entries.push(new Entry<>(step, undo, generation, request)));
  }

  /// Takes back an entry whose undo has just been run.
  void drop(String step, int generation) {
    entries.removeIf(entry -> entry.step().id().equals(step) && entry.generation() == generation);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  int size() {
    return entries.size();
  }

  Entry<?, ?> pop() {
    return entries.pop();
  }

  /// Rebuilds the entries a closed run left.
  void restore(Plan<?> plan, Resume resume) {
    for (Resume.UndoMemory memory : resume.undo()) {
      plan.steps().stream()
          .filter(step -> step.id().equals(memory.step()))
          .findFirst()
          .ifPresent(step -> restore(step, memory));
    }
  }

  private <A, Q> void restore(Step<A, Q, ?> step, Resume.UndoMemory memory) {
    if (memory.request() != null) {
      push(step, memory.generation(), WireJson.read(memory.request(), step.requestType()));
    }
  }
}
