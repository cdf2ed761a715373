package dev.slipway.workflows.step;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a new run takes over from the tables when the run before was closed from outside. Steps
/// that were done run again: under unchanged keys they find what they made.
///
/// @param phase [Phase#UNDO] when the action was being taken back already
/// @param parkings the number of the last parking
/// @param steps what was decided about steps, whether it was carried out or not
/// @param undo what an abort has still to undo, in the order of the plan
/// @param parking the last parking while it waits for its decision, null when none does: the new
///   run begins parked there
public record Resume(
    Phase phase,
    int parkings,
    List<StepMemory> steps,
    List<UndoMemory> undo,
    @Nullable ParkedMemory parking) {

  /// What was decided about a step.
  ///
  /// @param generation its input generation; a higher one than that of what it left to undo where
  ///   that is to be taken back before it runs
  /// @param inputs its edited inputs
  /// @param isSkipped whether an operator skipped it
  /// @param editsDue inputs that are to be edited once this generation is undone, null when none
  /// @param adopting the provider's id of what it was to adopt, null when nothing, or when that has
  ///   ended
  public record StepMemory(
      String step,
      int generation,
      Map<String, Object> inputs,
      boolean isSkipped,
      @Nullable Map<String, Object> editsDue,
      @Nullable String adopting) {

    /// A step about which nothing was decided.
    static StepMemory none(String step) {
      return new StepMemory(step, 1, Map.of(), false, null, null);
    }

    /// The same once an earlier step brings something else: of what was decided only the inputs
    /// hold on, under the next generation.
    public StepMemory overtaken() {
      Map<String, Object> next = new HashMap<>(inputs);
      next.putAll(editsDue == null ? Map.of() : editsDue);
      return new StepMemory(step, generation + 1, next, false, null, null);
    }
  }

  /// An undo that is still due.
  ///
  /// @param request the step's request as JSON
  public record UndoMemory(String step, int generation, @Nullable String request) {}

  /// A parking that waits for its decision.
  ///
  /// @param phase whether the step is parked or its undo
  /// @param message the error behind it
  /// @param since when it began
  public record ParkedMemory(
      String step, Phase phase, ParkCause cause, String message, Instant since) {}

  /// What a first run takes over.
  public static final Resume NOTHING = new Resume(Phase.FORWARD, 0, List.of(), List.of(), null);

  public Resume {
    steps = List.copyOf(steps);
    undo = List.copyOf(undo);
  }

  /// What was decided about a step; the first generation where nothing was.
  @JsonIgnore
  public StepMemory memoryOf(String step) {
    return steps.stream()
        .filter(memory -> memory.step().equals(step))
        .findFirst()
        .orElse(StepMemory.none(step));
  }
}
