package dev.slipway.workflows.step;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// What every plan must survive. A plan's test extends this, says what it is about, and cannot opt
/// out of any part.
///
/// @param <O> the order
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PlanContract<O>
    implements FailureContract<O>,
        CrashContract<O>,
        CommandContract<O>,
        OperatorsContract<O>,
        AbortContract<O>,
        ResumeContract<O>,
        LostDecisionContract<O>,
        OvertakenContract<O>,
        ReplayContract<O>,
        PreviewContract<O> {

  private final PlanRig<O> rig;
  private Map<String, Integer> usualEffects = Map.of();

  /// @param subject the plan and its world
  protected PlanContract(PlanSubject<O> subject) {
    this.rig = new PlanRig<>(subject);
  }

  @Override
  public final PlanRig<O> rig() {
    return rig;
  }

  @Override
  public final Map<String, Integer> usualEffects() {
    return usualEffects;
  }

  @BeforeAll
  final void seeWhatAnUndisturbedRunDoes() {
    usualEffects = rig.action().starting().finished().effects();
  }

  @AfterAll
  final void closeTheRig() {
    rig.close();
  }
}
