package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.world.AttemptLog;
import dev.slipway.workflows.world.Moment;
import io.temporal.api.enums.v1.EventType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A plan survives every class of failure at every step.
interface FailureContract<O> extends PlanUnderTest<O> {

  @TestFactory
  default Stream<DynamicTest> a_passing_fault_is_tried_again_under_the_same_key() {
    return eachWith(
        FailureClass.Rule.RETRY,
        (step, failure) -> {
          ActionRun<O> run = action().failing(step, 2, failure).starting().finished();

          assertSucceeded(run);
          assertThat(run.attempts(step))
              .extracting(AttemptLog.Entry::call)
              .containsExactly(1, 2, 3);
          assertSameKey(run, step);
        });
  }

  @TestFactory
  default Stream<DynamicTest> spent_attempts_park_and_an_abort_leaves_nothing() {
    return eachWith(
        FailureClass.Rule.RETRY,
        (step, failure) -> {
          ActionRun<O> run = action().failing(step, 99, failure).started();

          assertParked(run, step, Phase.FORWARD, ParkCause.ATTEMPTS_SPENT);
          assertThat(run.attempts(step)).hasSize(step.policy().attempts());
          assertUnwound(run.told(CommandKind.ABORT).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> what_time_solves_waits_without_consuming_attempts() {
    return eachWith(
        FailureClass.Rule.WAIT,
        (step, failure) -> {
          int times = step.policy().attempts() + 2;
          ActionRun<O> run = action().failing(step, times, failure).starting().finished();

          assertSucceeded(run);
          assertThat(run.attempts(step)).hasSize(times + 1).allMatch(entry -> entry.call() == 1);
          assertThat(run.attempts(step).getLast().context().look()).isEqualTo(times + 1);
          assertSameKey(run, step);
        });
  }

  @TestFactory
  default Stream<DynamicTest> what_only_a_person_solves_parks_at_once() {
    return eachWith(
        FailureClass.Rule.PARK,
        (step, failure) -> {
          ActionRun<O> run = action().failing(step, 1, failure).started();

          assertParked(run, step, Phase.FORWARD, failure.parkCause());
          assertThat(run.attempts(step)).hasSize(1);
          assertUnwound(run.told(CommandKind.ABORT).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_wait_that_lasts_too_long_parks_and_goes_on_after_a_retry() {
    return each(
        steps(),
        step -> {
          Duration most = step.policy().waitAtMost();
          ActionRun<O> run = action().waiting(step, 3, most.dividedBy(2));
          run.starting().later(most.plus(most));

          assertParked(run, step, Phase.FORWARD, ParkCause.WAITED_TOO_LONG);
          assertSucceeded(run.told(CommandKind.RETRY).finished());
          assertSameKey(run, step);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_database_away_for_two_minutes_is_waited_for() {
    return steps().stream()
        .flatMap(step ->
            Stream.of(Moment.values())
                .map(moment ->
                    test(step.id() + " " + moment, () -> outlivesTwoMinutes(step, moment))));
  }

  /// Looks after 2, 4, 6 and 8 s, then every 10 s: 14 of them take two minutes.
  private void outlivesTwoMinutes(Step<?, ?, ?> step, Moment moment) {
    ActionRun<O> run = action();
    run.failing(run.place(step, Phase.FORWARD, moment), 14, FailureClass.DATABASE);

    run.starting().finished();

    assertSucceeded(run);
    List<Verdict> looks = run.verdicts();
    assertThat(looks).hasSize(14).allMatch(look -> look.rule() == FailureClass.Rule.WAIT);
    assertThat(Duration.between(looks.getFirst().resumeAt(), looks.getLast().resumeAt()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(118));
    assertThat(run.attempts(step)).hasSize(15).allMatch(entry -> entry.call() == 1);
    assertSameKey(run, step);
  }

  @TestFactory
  default Stream<DynamicTest> cleared_weather_wakes_what_waits() {
    return each(
        steps(),
        step -> {
          ActionRun<O> run = action().waiting(step, 1, Duration.ofHours(5)).started();
          assertThat(run.finals()).isEmpty();

          run.weatherCleared();

          assertSucceeded(run.finished());
          assertThat(run.events(EventType.EVENT_TYPE_TIMER_FIRED)).isZero();
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_run_has_as_many_activities_as_steps() {
    return Stream.of(
        test(
            "undisturbed",
            () -> {
              ActionRun<O> run = action().starting().finished();

              assertSucceeded(run);
              assertThat(run.events(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED))
                  .isEqualTo(steps().size());
            }),
        test(
            "aborted at the last step",
            () -> {
              ActionRun<O> run = parkedAt(lastStep()).told(CommandKind.ABORT).finished();

              assertUnwound(run);
              assertThat(run.events(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED))
                  .isEqualTo(steps().size() + undoableSteps().size());
            }));
  }

  private Stream<DynamicTest> eachWith(FailureClass.Rule rule, Trial trial) {
    List<FailureClass> classes =
        Stream.of(FailureClass.values()).filter(failure -> failure.rule() == rule).toList();
    return steps().stream()
        .flatMap(step ->
            classes.stream()
                .map(failure -> test(step.id() + " " + failure, () -> trial.of(step, failure))));
  }

  /// A test of a step and a failure.
  interface Trial {
    void of(Step<?, ?, ?> step, FailureClass failure) throws Exception;
  }

  private void assertSameKey(ActionRun<O> run, Step<?, ?, ?> step) {
    assertThat(run.attempts(step).stream().map(entry -> entry.context().key()).distinct())
        .hasSize(1);
  }
}
