package dev.slipway.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ui.shell.PanelBeans;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebSettingsTest {
  private static final int ANY_PORT = 0;

  @Test
  void pages_may_be_idle_for_half_an_hour_and_answers_silent_for_more_than_a_minute() {
    assertThat(PanelBeans.behind().bean(WebSettings.class))
        .isEqualTo(
            new WebSettings(
                ANY_PORT,
                "127.0.0.1",
                false,
                Duration.ofMinutes(30),
                Duration.ofSeconds(75),
                Duration.ofSeconds(60),
                4_000));
  }
}
