package dev.slipway.workflows.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ParkCause;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureClassTest {

  @Test
  void exactly_the_classes_that_wait_say_for_what() {
    for (FailureClass failure : FailureClass.values()) {
      assertThat(failure.waitKind().isPresent())
          .as(failure.name())
          .isEqualTo(failure.rule() == FailureClass.Rule.WAIT);
    }
  }

  @Test
  void what_waits_parks_only_for_having_waited_too_long() {
    assertThat(FailureClass.values())
        .filteredOn(failure -> failure.rule() == FailureClass.Rule.WAIT)
        .extracting(FailureClass::parkCause)
        .containsOnly(ParkCause.WAITED_TOO_LONG);
  }

  @Test
  void only_a_passing_fault_and_an_unknown_outcome_are_tried_again_at_once() {
    assertThat(List.of(FailureClass.values()))
        .filteredOn(failure -> failure.rule() == FailureClass.Rule.RETRY)
        .containsExactly(FailureClass.TRANSIENT, FailureClass.UNKNOWN_OUTCOME);
    assertThat(FailureClass.values()).noneMatch(failure -> failure.summary().isBlank());
  }
}
