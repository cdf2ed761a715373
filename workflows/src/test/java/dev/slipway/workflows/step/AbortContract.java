package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.world.Gate;
import dev.slipway.workflows.world.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A plan can be taken back at any point, by command and by cancellation from outside alike.
interface AbortContract<O> extends PlanUnderTest<O> {

  /// The ways in which an action is taken back.
  enum Way {
    ABORT,
    CANCEL;

    void of(ActionRun<?> run) {
      if (this == ABORT) {
        run.told(CommandKind.ABORT);
      } else {
        run.cancel();
      }
    }
  }

  @TestFactory
  default Stream<DynamicTest> a_parked_action_can_be_taken_back() {
    return eachWay(
        steps(),
        (step, way) -> {
          ActionRun<O> run = parkedAt(step);

          way.of(run);

          assertUnwound(run.finished());
          assertWhy(run, way, way == Way.ABORT ? 1 : 0);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_waiting_action_can_be_taken_back() {
    return eachWay(
        stepsButLast(),
        (step, way) -> {
          ActionRun<O> run = action().waiting(step, 1, Duration.ofHours(20)).started();

          way.of(run);

          assertUnwound(run.finished());
          assertWhy(run, way, 0);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_running_call_is_broken_off_and_awaited() {
    return eachWay(
        stepsButLast(),
        (step, way) -> {
          ActionRun<O> run = action();
          Gate gate = run.holding(step, Moment.AFTER_EFFECT, false);
          run.starting();
          gate.awaitReached();

          way.of(run);

          assertUnwound(run.finished());
          assertThat(gate.wasCancelled()).isTrue();
          assertWhy(run, way, 0);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_success_that_arrives_after_the_abort_is_undone() {
    return eachWay(
        stepsButLast(),
        (step, way) -> {
          ActionRun<O> run = action();
          Gate gate = run.holding(step, Moment.AFTER_EFFECT, true);
          run.starting();
          gate.awaitReached();

          way.of(run);
          gate.awaitCancelled();
          gate.open();

          assertUnwound(run.finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> the_step_that_ends_the_action_is_never_broken_off() {
    return eachWay(
        List.of(lastStep()),
        (step, way) -> {
          ActionRun<O> run = action();
          Gate gate = run.holding(step, Moment.AFTER_EFFECT, false);
          run.starting();
          gate.awaitReached();

          way.of(run);
          gate.open();

          assertSucceeded(run.finished());
          assertThat(gate.wasCancelled()).isFalse();
        });
  }

  @TestFactory
  default Stream<DynamicTest> what_became_of_the_last_step_is_found_out_before_an_abort_counts() {
    return eachWay(
        List.of(lastStep()),
        (step, way) -> {
          ActionRun<O> run = action().waiting(step, 2, Duration.ofHours(1)).started();

          way.of(run);

          assertSucceeded(run.finished());
          assertThat(run.attempts(step)).hasSize(3);
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_action_can_be_taken_back_before_its_first_step() {
    return Stream.of(
        test(
            "CANCEL",
            () -> {
              ActionRun<O> run = action().starting(null, Duration.ofHours(1));
              run.cancel();

              assertUnwound(run.later(Duration.ofHours(2)).finished());
              assertThat(run.steps(Phase.FORWARD)).isEmpty();
            }),
        test(
            "ABORT, and closing it fails at first",
            () -> {
              ActionRun<O> run = action();
              run.failingUndo(CloseAction.CLOSE_ACTION, 1, FailureClass.PERMISSION);
              run.startingWith(CommandKind.ABORT, ActionRun.saying());
              run.settled();

              assertParked(run, CloseAction.CLOSE_ACTION, Phase.UNDO, ParkCause.UNDO_FAILED);
              assertThat(run.refusal(CommandKind.SKIP, ActionRun.saying())).isPresent();
              assertUnwound(run.told(CommandKind.RETRY).finished());
            }));
  }

  @TestFactory
  default Stream<DynamicTest> an_undo_goes_on_whatever_is_asked_meanwhile() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = parkedAt(lastStep());
          Gate gate = run.holdingUndo(step);
          run.told(CommandKind.ABORT);
          gate.awaitReached();

          run.cancel();
          assertThat(run.refusal(CommandKind.ABORT, ActionRun.saying())).isPresent();
          gate.open();

          assertUnwound(run.finished());
          assertThat(gate.wasCancelled()).isFalse();
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_undo_waits_and_tries_again_like_a_step() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = parkedAt(lastStep());
          run.failingUndo(step, 2, FailureClass.TRANSIENT);
          run.failingUndo(step, 7, FailureClass.PROVIDER_DOWN);

          assertUnwound(run.told(CommandKind.ABORT).finished());
          assertThat(run.undos(step)).hasSize(10);
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_undo_whose_attempts_are_spent_parks_and_stays_parked() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = parkedAt(lastStep());
          run.failingUndo(step, step.policy().attempts(), FailureClass.TRANSIENT);
          run.told(CommandKind.ABORT).settled();
          assertParked(run, step, Phase.UNDO, ParkCause.UNDO_FAILED);
          assertThat(run.verdicts().getLast().cause()).isEqualTo(ParkCause.UNDO_FAILED);

          run.cancel();
          run.settled();

          assertParked(run, step, Phase.UNDO, ParkCause.UNDO_FAILED);
          assertUnwound(run.told(CommandKind.RETRY).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_action_can_be_taken_back_while_edited_inputs_wait_for_an_undo() {
    return eachWay(
        steps().stream().filter(step -> !step.editable().isEmpty()).toList(),
        (step, way) -> {
          ActionRun<O> run = parkedAt(step);
          run.failingUndo(step, 1, FailureClass.AUTH);
          Map<String, Object> edits = rig().subject().editsOf(step);
          run.told(CommandKind.RETRY_WITH, ActionRun.with(edits)).settled();
          assertParked(run, step, Phase.UNDO, ParkCause.UNDO_FAILED);

          way.of(run);

          run.finished();
          assertThat(run.left()).isEmpty();
          assertThat(run.attempts(step)).hasSize(1);
          assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_action_can_be_taken_back_while_an_old_effect_is_being_undone() {
    return eachWay(
        steps().stream().filter(step -> !step.editable().isEmpty()).toList(),
        (step, way) -> {
          ActionRun<O> run = parkedAt(step);
          Gate gate = run.holdingUndo(step);
          Map<String, Object> edits = rig().subject().editsOf(step);
          run.told(CommandKind.RETRY_WITH, ActionRun.with(edits));
          gate.awaitReached();

          way.of(run);
          gate.open();

          run.finished();
          assertThat(gate.wasCancelled()).isFalse();
          assertThat(run.left()).isEmpty();
          assertThat(run.attempts(step)).hasSize(1);
          assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
        });
  }

  private List<Step<?, ?, ?>> stepsButLast() {
    return steps().subList(0, steps().size() - 1);
  }

  private Stream<DynamicTest> eachWay(List<Step<?, ?, ?>> steps, Trial trial) {
    return steps.stream()
        .flatMap(step ->
            Stream.of(Way.values())
                .map(way -> test(step.id() + " " + way, () -> trial.by(step, way))));
  }

  /// A test of a way to take an action back at a step.
  interface Trial {
    void by(Step<?, ?, ?> step, Way way) throws Exception;
  }

  private static void assertWhy(ActionRun<?> run, Way way, int parking) {
    Decision why = run.decisions().getLast();
    assertThat(why.kind()).isEqualTo(CommandKind.ABORT);
    assertThat(why.parking()).isEqualTo(parking);
    assertThat(why.actor()).isEqualTo(way == Way.ABORT ? "usr_1" : StepCommand.UNVERIFIED);
    assertThat(why.reason())
        .isEqualTo(way == Way.ABORT ? "for the test" : "The workflow was cancelled");
  }
}
