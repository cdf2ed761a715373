package dev.slipway.workflows.step;

import static dev.slipway.workflows.action.Estimate.ofMillis;
import static dev.slipway.workflows.step.Step.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.world.InMemoryWorld;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.workflow.WorkflowInit;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// A plan changes behind [Steps#since] only: what began before keeps to the old way.
class SinceTest {

  private static final Step<CloseActivities, String, String> OLD = aStep("knock-once");
  private static final Step<CloseActivities, String, String> NEW = aStep("knock-again");

  @Test
  void an_action_that_began_before_a_change_replays_without_it() throws Exception {
    try (PlanRig<String> before = new PlanRig<>(new Knocking(First.class, List.of(OLD)));
        PlanRig<String> after = new PlanRig<>(new Knocking(Second.class, List.of(OLD, NEW)))) {
      ActionRun<String> run = before.action().starting().finished();
      WorkflowExecutionHistory history = run.history();

      after.replay(history);

      assertThat(run.steps(Phase.FORWARD)).containsExactly("knock-once");
    }
  }

  @Test
  void an_action_that_begins_after_a_change_has_it() throws Exception {
    try (PlanRig<String> after = new PlanRig<>(new Knocking(Second.class, List.of(OLD, NEW)))) {
      ActionRun<String> run = after.action().starting().finished();

      assertThat(run.steps(Phase.FORWARD)).containsExactly("knock-once", "knock-again");
      assertThat(PreviewSteps.of(new KnockTwice(), "door")).hasSize(2);
      after.replayRuns();
    }
  }

  private static Step<CloseActivities, String, String> aStep(String id) {
    return step(id, "Knock")
        .calls(CloseActivities.class, String.class)
        .by(SinceTest::knock, StepPolicy.OWN_TABLES, ofMillis(1, 2), door -> door);
  }

  private static String knock(CloseActivities activities, String door) {
    activities.close(door);
    return door;
  }

  /// The workflow of both releases.
  @WorkflowInterface
  public interface Knock extends ActionCommands {
    @WorkflowMethod(name = "Knocking")
    void knock(ActionStart<String> start);
  }

  /// The plan as first released.
  static final class KnockOnce implements Plan<String> {
    @Override
    public List<Step<?, ?, ?>> steps() {
      return List.of(OLD);
    }

    @Override
    public void execute(String door, Steps steps) {
      steps.run(OLD, door);
    }
  }

  /// The plan as changed.
  static final class KnockTwice implements Plan<String> {
    @Override
    public List<Step<?, ?, ?>> steps() {
      return List.of(OLD, NEW);
    }

    @Override
    public void execute(String door, Steps steps) {
      String knocked = steps.run(OLD, door);
      if (steps.since(2)) {
        steps.run(NEW, knocked);
      }
    }
  }

  /// The first release.
  public static final class First extends PlanWorkflow<String> implements Knock {
    @WorkflowInit
    public First(ActionStart<String> start) {
      super(start, new KnockOnce());
    }

    @Override
    public void knock(ActionStart<String> start) {
      execute();
    }
  }

  /// The second release.
  public static final class Second extends PlanWorkflow<String> implements Knock {
    @WorkflowInit
    public Second(ActionStart<String> start) {
      super(start, new KnockTwice());
    }

    @Override
    public void knock(ActionStart<String> start) {
      execute();
    }
  }

  private record Knocking(
      Class<? extends PlanWorkflow<String>> workflow,
      List<Step<?, ?, ?>> steps,
      InMemoryWorld world)
      implements PlanSubject<String> {

    Knocking(Class<? extends PlanWorkflow<String>> workflow, List<Step<?, ?, ?>> steps) {
      this(workflow, steps, new InMemoryWorld());
    }

    @Override
    public Plan<String> plan() {
      return steps.size() == 1 ? new KnockOnce() : new KnockTwice();
    }

    @Override
    public String type() {
      return "Knocking";
    }

    @Override
    public String order(RandomGenerator random) {
      return "door";
    }

    @Override
    public Map<String, Object> editsOf(Step<?, ?, ?> step) {
      return Map.of();
    }

    @Override
    public String folder() {
      return "knocking";
    }
  }
}
