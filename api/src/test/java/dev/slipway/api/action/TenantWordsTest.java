package dev.slipway.api.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.provider.FailureClass;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TenantWordsTest {

  @Test
  void each_failure_has_a_sentence_of_its_own() {
    List<String> sentences =
        Arrays.stream(FailureClass.values())
            .map(failure -> TenantWords.failure(failure.code()))
            .toList();

    assertThat(sentences).doesNotHaveDuplicates().allMatch(each -> each.matches("[A-Z][^.]+\\."));
  }

  @ParameterizedTest
  @CsvSource({
    "provider_down, The location did not answer.",
    "rate_limited, The location was busy.",
    "locked, Another change there had to end first.",
    "database, Our system was not available for a moment.",
    "capacity, There is no room for this size at the moment.",
    "cancelled, It was cancelled.",
    "of_a_later_release, It did not work at once."
  })
  void what_is_said_is_what_happened(String code, String sentence) {
    assertThat(TenantWords.failure(code)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @EnumSource(ParkCause.class)
  void nothing_names_what_is_behind_a_location(ParkCause cause) {
    assertThat(TenantWords.cause(cause) + TenantWords.failure(cause.code()))
        .doesNotContainIgnoringCase("provider")
        .doesNotContainIgnoringCase("credential")
        .doesNotContainIgnoringCase("workflow");
  }
}
