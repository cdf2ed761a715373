package dev.slipway.api.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.provider.FailureClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantWordsTest {

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      names = {"TRANSIENT", "UNKNOWN_OUTCOME"},
      mode = EnumSource.Mode.EXCLUDE)
  void each_failure_that_ends_an_attempt_for_good_has_words_of_its_own(FailureClass failure) {
    assertThat(TenantWords.failure(failure.code()))
        .isNotEqualTo(TenantWords.failure(FailureClass.TRANSIENT.code()))
        .endsWith(".");
  }
}
