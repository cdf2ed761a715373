package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a step's activity knows about where it stands; travels in a Temporal header, so it never
/// shows among a step's inputs.
///
/// @param action the action's id
/// @param step the step's id
/// @param phase whether the step or its undo is called
/// @param generation the input generation, from 1
/// @param nextParking the number a parking would get
/// @param attemptsBefore attempts of this step before this call
/// @param look how often this call was made again after waiting, from 1
/// @param waitingSince when the present wait began, null outside waits
/// @param policy the step's policy
/// @param decisions commands obeyed since the last call, to be written down
/// @param ends whether the success of this call ends the action
/// @param runsBefore how many runs of the action its run knows of, 0 for a first run
public record StepContext(
    String action,
    String step,
    Phase phase,
    int generation,
    int nextParking,
    int attemptsBefore,
    int look,
    @Nullable Instant waitingSince,
    StepPolicy policy,
    List<Decision> decisions,
    boolean ends,
    int runsBefore) {

  public StepContext {
    decisions = List.copyOf(decisions);
  }

  /// The key of the step's effect at the provider. Attempts, retries, resets and new runs never
  /// change it.
  public String key() {
    return new StepKey(action, step, generation).toString();
  }
}
