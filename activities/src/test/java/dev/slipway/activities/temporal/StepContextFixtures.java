package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.Decision;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepPolicy;
import java.util.List;

/// Where steps stand, for tests.
public final class StepContextFixtures {

  private StepContextFixtures() {}

  /// A step of a first run that decides nothing and ends nothing.
  public static StepContext aContext(
      String action, String step, Phase phase, int generation, int attemptsBefore) {
    return aContext(action, step, phase, generation, attemptsBefore, List.of(), false, 0);
  }

  /// A step of any run.
  public static StepContext aContext(
      String action,
      String step,
      Phase phase,
      int generation,
      int attemptsBefore,
      List<Decision> decisions,
      boolean ends,
      int runsBefore) {
    return new StepContext(
        action,
        step,
        phase,
        generation,
        1,
        attemptsBefore,
        1,
        null,
        StepPolicy.PROVIDER_CALL,
        decisions,
        ends,
        runsBefore);
  }
}
