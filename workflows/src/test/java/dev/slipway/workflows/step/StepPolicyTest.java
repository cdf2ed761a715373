package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepPolicyTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void pauses_between_tries_double_up_to_twenty_seconds() {
    StepPolicy policy = StepPolicy.PROVIDER_CALL;

    assertThat(policy.retryAfter(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.retryAfter(3)).isEqualTo(Duration.ofSeconds(4));
    assertThat(policy.retryAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(20));
    assertThat(policy.retryAfter(0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void pauses_between_looks_double_up_to_five_minutes() {
    StepPolicy policy = StepPolicy.PROVIDER_CALL;

    assertThat(policy.lookAfter(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.lookAfter(4)).isEqualTo(Duration.ofSeconds(16));
    assertThat(policy.lookAfter(1_000)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void the_short_loop_ends_within_a_minute() {
    for (StepPolicy policy :
        new StepPolicy[] {
          StepPolicy.PROVIDER_CALL, StepPolicy.PROVIDER_TASK, StepPolicy.OWN_TABLES
        }) {
      Duration pauses = Duration.ZERO;
      for (int attempt = 1; attempt < policy.attempts(); attempt++) {
        pauses = pauses.plus(policy.retryAfter(attempt));
      }
      assertThat(pauses).isLessThan(Duration.ofMinutes(1));
      assertThat(policy.attempts()).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void a_policy_needs_an_attempt_and_positive_times() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepPolicy(SECOND, SECOND, 0, SECOND, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepPolicy(SECOND.negated(), SECOND, 1, SECOND, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepPolicy(SECOND, Duration.ZERO, 1, SECOND, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepPolicy(SECOND, SECOND, 1, Duration.ZERO, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepPolicy(SECOND, SECOND, 1, SECOND, SECOND.negated()));
  }
}
