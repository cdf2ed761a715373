package dev.slipway.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @Test
  void leads_back_to_the_page_that_was_asked_for() {
    assertThat(Target.of("actions/act_1?x=1").location()).isEqualTo("/actions/act_1?x=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
        "login?to=login",
        "servers#x",
        ""
      })
  void never_leads_anywhere_else(String asked) {
    assertThat(Target.of(asked)).isEqualTo(Target.HOME);
  }
}
