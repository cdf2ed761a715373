package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.Phase;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a dry run promises is what then runs.
interface PreviewContract<O> extends PlanUnderTest<O> {

  @Test
  default void a_dry_run_lists_the_steps_that_then_run() {
    long seed = Long.getLong("preview.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int trial = 0; trial < 20; trial++) {
      O order = rig().subject().order(random);
      List<PlannedStep> promised = PreviewSteps.of(plan(), order);

      ActionRun<O> run = rig().action(order).starting().finished();

      assertThat(run.steps(Phase.FORWARD))
          .as("order %s of -Dpreview.seed=%d", order, seed)
          .isEqualTo(promised.stream().map(PlannedStep::id).toList());
    }
  }

  @Test
  default void a_dry_run_says_how_each_step_is_undone_and_repaired() {
    List<PlannedStep> promised = PreviewSteps.of(plan(), rig().subject().order(new Random(1)));

    assertThat(promised).extracting(PlannedStep::id).isSubsetOf(ids());
    for (PlannedStep planned : promised) {
      Step<?, ?, ?> step = steps().get(ids().indexOf(planned.id()));
      assertThat(planned.label()).isEqualTo(step.label());
      assertThat(planned.undo()).isEqualTo(step.undo().map(Step.Undo::label).orElse(null));
      assertThat(planned.commands()).contains("retry", "abort");
      assertThat(planned.commands()).hasSameSizeAs(step.commandsWhenParked(Phase.FORWARD));
      assertThat(planned.estimate()).isEqualTo(step.expectation());
    }
  }

  @Test
  default void no_step_is_listed_twice_and_only_the_last_ends_the_action() {
    assertThat(ids()).doesNotHaveDuplicates();
    assertThat(steps()).filteredOn(Step::isFinal).containsExactly(lastStep());
  }

  private List<String> ids() {
    return steps().stream().map(Step::id).toList();
  }
}
