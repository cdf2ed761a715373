package dev.slipway.workflows.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultRuleTest {

  @Test
  void a_rule_names_an_operation_the_simulator_has() {
    assertThat(aRule("create_machine", 1, 1.0, Duration.ZERO).operation())
        .isEqualTo("create_machine");
    assertThat(aRule("*", 1_000_000, 0.0, Duration.ofMinutes(10))).isNotNull();
    assertRefused("paint", 1, 1.0, Duration.ZERO, "operation");
  }

  @Test
  void every_part_of_a_rule_is_within_bounds() {
    assertRefused("*", 0, 1.0, Duration.ZERO, "times");
    assertRefused("*", 1_000_001, 1.0, Duration.ZERO, "times");
    assertRefused("*", 1, 1.1, Duration.ZERO, "probability");
    assertRefused("*", 1, -0.1, Duration.ZERO, "probability");
    assertRefused("*", 1, Double.NaN, Duration.ZERO, "probability");
    assertRefused("*", 1, 1.0, Duration.ofMillis(-1), "latency_ms");
    assertRefused("*", 1, 1.0, Duration.ofMinutes(11), "latency_ms");
  }

  @Test
  void a_fault_has_a_word_and_says_what_happens() {
    assertThat(Fault.ofCode("lost_reply")).contains(Fault.LOST_REPLY);
    assertThat(Fault.ofCode("earthquake")).isEmpty();
    assertThat(Fault.values())
        .allMatch(fault -> Fault.ofCode(fault.code()).orElseThrow() == fault)
        .noneMatch(fault -> fault.text().isBlank());
  }

  @Test
  void timing_is_within_ten_minutes_and_variance_is_a_share() {
    Duration second = Duration.ofSeconds(1);

    assertThat(Timing.USUAL.variance()).isEqualTo(0.2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timing(second, second, second, Duration.ofMinutes(11), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timing(Duration.ofMillis(-1), second, second, second, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timing(second, second, second, second, 1.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timing(second, second, second, second, -0.1));
  }

  @Test
  void a_location_that_is_not_simulated_is_named() {
    assertThat(new UnknownSimulatorException("hel1")).hasMessageContaining("hel1");
  }

  private static FaultRule aRule(
      String operation, int times, double probability, Duration latency) {
    return new FaultRule(operation, Fault.LATENCY, times, probability, latency);
  }

  private static void assertRefused(
      String operation, int times, double probability, Duration latency, String field) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aRule(operation, times, probability, latency))
        .withMessageContaining(field);
  }
}
