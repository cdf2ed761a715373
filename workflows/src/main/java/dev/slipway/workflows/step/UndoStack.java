package dev.slipway.workflows.step;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What is to be undone, last made first. An entry is pushed before its step is called: after a
/// lost reply nobody knows whether the effect happened. A step that runs again in a new run keeps
/// the entry, and the place, that the run before left.
final class UndoStack {

  private final SequencedMap<Key, Entry<?, ?>> entries = new LinkedHashMap<>();

  private record Key(String step, int generation) {}

  /// One step's undo.
  record Entry<A, Q>(Step<A, Q, ?> step, Step.Undo<A, Q> undo, int generation, Q request) {
    void call(A activities) {
      undo.call().accept(activities, request);
    }
  }

  <A, Q> void push(Step<A, Q, ?> step, int generation, Q request) {
    step.undo()
        .ifPresent(undo ->
            entries.putIfAbsent(
                new Key(step.id(), generation), new Entry<>(step, undo, generation, request)));
  }

  /// The entry of a step's generation, if it is to be undone.
  Optional<Entry<?, ?>> find(String step, int generation) {
    return Optional.ofNullable(entries.get(new Key(step, generation)));
  }

  /// The last made of what is to be undone of some steps, if there is any.
  Optional<Entry<?, ?>> lastOf(Set<String> steps) {
    return entries.reversed().values().stream()
        .<Entry<?, ?>>map(entry -> entry)
        .filter(entry -> steps.contains(entry.step().id()))
        .findFirst();
  }

  /// Takes back an entry whose undo has just been run, or is not wanted.
  void drop(String step, int generation) {
    entries.remove(new Key(step, generation));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  int size() {
    return entries.size();
  }

  Entry<?, ?> pop() {
    return Objects.requireNonNull(entries.pollLastEntry(), "nothing is left to undo").getValue();
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
      push(step, memory.generation(), step.kept(memory.request()));
    }
  }
}
