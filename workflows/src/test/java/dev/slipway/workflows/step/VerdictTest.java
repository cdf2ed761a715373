package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final StepPolicy POLICY = StepPolicy.PROVIDER_CALL;

  @Test
  void a_passing_fault_is_tried_again_until_the_last_attempt() {
    assertThat(verdict(FailureClass.TRANSIENT, 4).rule()).isEqualTo(FailureClass.Rule.RETRY);

    Verdict last = verdict(FailureClass.TRANSIENT, 5);
    assertThat(last.rule()).isEqualTo(FailureClass.Rule.PARK);
    assertThat(last.cause()).isEqualTo(ParkCause.ATTEMPTS_SPENT);
    assertThat(last.attempts()).isEqualTo(5);
  }

  @Test
  void an_attempt_that_nobody_answered_uses_up_none() {
    Verdict fourth = verdict(FailureClass.TRANSIENT, new Tries(10, 6));
    Verdict fifth = verdict(FailureClass.TRANSIENT, new Tries(11, 6));

    assertThat(fourth.rule()).isEqualTo(FailureClass.Rule.RETRY);
    assertThat(fifth.rule()).isEqualTo(FailureClass.Rule.PARK);
    assertThat(fifth.attempts()).isEqualTo(11);
  }

  @Test
  void an_attempt_that_a_stopping_worker_left_uses_up_nothing_at_all() {
    StepContext context = aContext(Phase.FORWARD, 1, null);

    assertThat(Verdict.beforehand(context, new Tries(60, 19, 40))).isEmpty();
    assertThat(Verdict.beforehand(context, new Tries(60, 20, 39))).isPresent();
    assertThat(verdict(FailureClass.TRANSIENT, new Tries(44, 0, 40)).rule())
        .isEqualTo(FailureClass.Rule.RETRY);
    assertThat(verdict(FailureClass.TRANSIENT, new Tries(45, 0, 40)).rule())
        .isEqualTo(FailureClass.Rule.PARK);
  }

  @Test
  void a_step_that_kills_each_of_its_workers_is_not_called_for_ever() {
    StepContext context = aContext(Phase.FORWARD, 1, null);

    assertThat(Verdict.beforehand(context, new Tries(20, 19))).isEmpty();
    Verdict verdict = Verdict.beforehand(context, new Tries(21, 20)).orElseThrow();

    assertThat(verdict.rule()).isEqualTo(FailureClass.Rule.PARK);
    assertThat(verdict.cause()).isEqualTo(ParkCause.ATTEMPTS_SPENT);
    assertThat(verdict.message()).contains("Workers died 20 times");
    assertThat(verdict.attempts()).isEqualTo(21).isLessThanOrEqualTo(POLICY.calls());
  }

  @Test
  void what_waits_comes_back_when_the_provider_said() {
    Instant reset = NOON.plusSeconds(90);

    Verdict verdict = verdict(aContext(Phase.FORWARD, 1, null), FailureClass.RATE_LIMITED, reset);

    assertThat(verdict.rule()).isEqualTo(FailureClass.Rule.WAIT);
    assertThat(verdict.resumeAt()).isEqualTo(reset);
    assertThat(verdict.cause()).isNull();
  }

  @Test
  void a_provider_that_names_a_time_and_refuses_again_is_asked_less_and_less_often() {
    Instant soon = NOON.plusSeconds(1);

    Verdict tenth = verdict(aContext(Phase.FORWARD, 10, NOON), FailureClass.RATE_LIMITED, soon);
    Verdict far =
        verdict(
            aContext(Phase.FORWARD, 10, NOON), FailureClass.RATE_LIMITED, NOON.plusSeconds(3_000));

    assertThat(tenth.resumeAt()).isEqualTo(NOON.plus(POLICY.lookAfter(9)));
    assertThat(far.resumeAt()).isEqualTo(NOON.plusSeconds(3_000));
  }

  @Test
  void what_waits_looks_less_and_less_often_where_the_provider_said_nothing() {
    Verdict verdict = verdict(aContext(Phase.FORWARD, 3, NOON), FailureClass.PROVIDER_DOWN, null);

    assertThat(verdict.resumeAt()).isEqualTo(NOON.plus(POLICY.lookAfter(3)));
  }

  @Test
  void our_own_database_is_looked_for_every_few_seconds() {
    Instant second =
        verdict(aContext(Phase.FORWARD, 2, NOON), FailureClass.DATABASE, null).resumeAt();
    Instant later =
        verdict(aContext(Phase.FORWARD, 90, NOON), FailureClass.DATABASE, null).resumeAt();

    assertThat(second).isEqualTo(NOON.plusSeconds(4));
    assertThat(later).isEqualTo(NOON.plusSeconds(10));
  }

  @Test
  void what_waits_looks_once_more_at_the_deadline_and_then_parks() {
    Instant since = NOON.minus(POLICY.waitAtMost()).plusSeconds(10);
    Instant late = NOON.plus(Duration.ofHours(2));

    Verdict last = verdict(aContext(Phase.FORWARD, 9, since), FailureClass.LOCKED, late);
    Verdict over =
        verdict(
            aContext(Phase.FORWARD, 9, NOON.minus(POLICY.waitAtMost())), FailureClass.LOCKED, null);

    assertThat(last.resumeAt()).isEqualTo(NOON.plusSeconds(10));
    assertThat(over.rule()).isEqualTo(FailureClass.Rule.PARK);
    assertThat(over.cause()).isEqualTo(ParkCause.WAITED_TOO_LONG);
  }

  @Test
  void an_undo_that_fails_parks_as_such_whatever_the_class() {
    Verdict verdict = verdict(aContext(Phase.UNDO, 1, null), FailureClass.AUTH, null);

    assertThat(verdict.cause()).isEqualTo(ParkCause.UNDO_FAILED);
    assertThat(verdict.failure()).isEqualTo(FailureClass.AUTH);
  }

  @Test
  void a_verdict_crosses_the_engine_unchanged() {
    Verdict verdict = verdict(FailureClass.CAPACITY, 1);

    ApplicationFailure failure = VerdictFailure.of(verdict);

    assertThat(VerdictFailure.read(failure)).contains(verdict);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(VerdictFailure.of(verdict(FailureClass.TRANSIENT, 1)).isNonRetryable()).isFalse();
    assertThat(WireJson.read(WireJson.write(verdict), Verdict.class)).isEqualTo(verdict);
  }

  @Test
  void another_failure_carries_no_verdict() {
    assertThat(VerdictFailure.read(new IllegalStateException("other"))).isEmpty();
    assertThat(VerdictFailure.read(ApplicationFailure.newFailure("other", "other"))).isEmpty();
    assertThat(VerdictFailure.isOver(VerdictFailure.over("ended"))).isTrue();
    assertThat(VerdictFailure.isOver(VerdictFailure.of(verdict(FailureClass.AUTH, 1)))).isFalse();
  }

  private static Verdict verdict(FailureClass failure, int attempt) {
    return verdict(failure, Tries.answered(attempt));
  }

  private static Verdict verdict(FailureClass failure, Tries tries) {
    Verdict.Failure what = new Verdict.Failure(failure, "for the test", null);
    return Verdict.of(what, aContext(Phase.FORWARD, 1, null), tries, NOON);
  }

  private static Verdict verdict(
      StepContext context, FailureClass failure, @Nullable Instant resumeAt) {
    Verdict.Failure what = new Verdict.Failure(failure, "for the test", resumeAt);
    return Verdict.of(what, context, Tries.answered(1), NOON);
  }

  private static StepContext aContext(Phase phase, int look, @Nullable Instant waitingSince) {
    return new StepContext(
        "act_1", "create-machine", phase, 1, 1, 0, look, waitingSince, POLICY, List.of(), false, 0);
  }
}
