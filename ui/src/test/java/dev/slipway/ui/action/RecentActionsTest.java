package dev.slipway.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentActionsTest {
  @Test
  void a_sentence_before_the_tenants_name_has_no_full_stop() {
    assertThat(RecentActions.goingOn("Waiting for the provider to answer."))
        .isEqualTo("Waiting for the provider to answer");
    assertThat(RecentActions.goingOn("Done in 42 s")).isEqualTo("Done in 42 s");
  }
}
