package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.world.Mishaps.Place;
import dev.slipway.workflows.world.Moment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A plan has every effect once, whenever a reply or a worker is lost.
interface CrashContract<O> extends PlanUnderTest<O> {

  @TestFactory
  default Stream<DynamicTest> a_lost_reply_makes_nothing_twice() {
    return eachAt(
        steps(),
        Phase.FORWARD,
        place -> {
          ActionRun<O> run = place.run().failing(place.at(), 1, FailureClass.UNKNOWN_OUTCOME);
          run.starting().finished();

          assertSucceeded(run);
          assertThat(run.attempts(place.step())).hasSize(2);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_worker_that_dies_makes_nothing_twice() {
    return eachAt(
        steps(),
        Phase.FORWARD,
        place -> {
          ActionRun<O> run = place.run().dying(place.at(), 1).starting().finished();

          assertSucceeded(run);
          assertThat(run.attempts(place.step())).hasSize(2);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_step_run_twice_leaves_the_same_world() {
    return each(
        steps(),
        step -> {
          ActionRun<O> run = action();
          run.failing(run.place(step, Phase.FORWARD, Moment.AFTER_REPLY), 1, FailureClass.INVALID);
          run.started();

          assertParked(run, step, Phase.FORWARD, ParkCause.INVALID);
          assertSucceeded(run.told(CommandKind.RETRY).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_lost_reply_of_an_undo_removes_nothing_twice() {
    return eachAt(
        undoableSteps(),
        Phase.UNDO,
        place -> {
          ActionRun<O> run = place.run().failing(place.at(), 1, FailureClass.UNKNOWN_OUTCOME);
          run.failing(lastStep(), 1, FailureClass.INVALID).started();
          run.told(CommandKind.ABORT).finished();

          assertUnwound(run);
          assertThat(run.undos(place.step())).hasSize(2);
          assertThat(run.removals().values()).allMatch(count -> count == 1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_worker_that_dies_in_an_undo_leaves_nothing() {
    return eachAt(
        undoableSteps(),
        Phase.UNDO,
        place -> {
          ActionRun<O> run = place.run().dying(place.at(), 1);
          run.failing(lastStep(), 1, FailureClass.INVALID).started();
          run.told(CommandKind.ABORT).finished();

          assertUnwound(run);
          assertThat(run.removals().values()).allMatch(count -> count == 1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_undo_run_twice_leaves_the_same_world() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = action();
          run.failing(run.place(step, Phase.UNDO, Moment.AFTER_REPLY), 1, FailureClass.INVALID);
          run.failing(lastStep(), 1, FailureClass.INVALID).started();
          run.told(CommandKind.ABORT).settled();

          assertParked(run, step, Phase.UNDO, ParkCause.UNDO_FAILED);
          assertUnwound(run.told(CommandKind.RETRY).finished());
          assertThat(run.removals().values()).allMatch(count -> count == 1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> workers_that_die_use_up_no_attempts() {
    return each(
        undoableSteps().subList(0, 1),
        step -> {
          int failures = step.policy().attempts() - 1;
          ActionRun<O> run = action();
          run.dying(run.place(step, Phase.FORWARD, Moment.AFTER_EFFECT), failures + 2);
          run.failing(
              run.place(step, Phase.FORWARD, Moment.AFTER_REPLY), failures, FailureClass.TRANSIENT);
          run.starting().finished();

          assertSucceeded(run);
          assertThat(run.attempts(step)).hasSize(failures + 2 + failures + 1);
          assertThat(run.decisions()).isEmpty();
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_step_whose_every_worker_dies_parks_and_can_be_retried() {
    return each(
        undoableSteps().subList(0, 1),
        step -> {
          ActionRun<O> run = action();
          run.dying(
              run.place(step, Phase.FORWARD, Moment.AFTER_EFFECT), StepPolicy.MOST_UNANSWERED);
          run.starting().later(Duration.ofMinutes(15));

          assertParked(run, step, Phase.FORWARD, ParkCause.ATTEMPTS_SPENT);
          assertThat(run.standing().message()).contains("Workers died 20 times");
          assertSucceeded(run.told(CommandKind.RETRY).finished());
          assertThat(run.decisions()).extracting(Decision::kind).containsExactly(CommandKind.RETRY);
        });
  }

  private Stream<DynamicTest> eachAt(List<Step<?, ?, ?>> steps, Phase phase, Trial<O> trial) {
    return steps.stream()
        .flatMap(step ->
            Stream.of(Moment.values())
                .map(moment ->
                    test(
                        step.id() + " " + moment,
                        () -> {
                          ActionRun<O> run = action();
                          trial.at(new Spot<>(run, step, run.place(step, phase, moment)));
                        })));
  }

  /// Where a run is disturbed.
  record Spot<O>(ActionRun<O> run, Step<?, ?, ?> step, Place at) {}

  /// A test of a disturbance.
  interface Trial<O> {
    void at(Spot<O> spot) throws Exception;
  }
}
