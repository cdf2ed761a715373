package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleSettingsTest {

  @Test
  void a_few_mistakes_are_free_and_no_wait_is_long() {
    assertThat(ApiServer.shared().bean(ThrottleSettings.class))
        .isEqualTo(new ThrottleSettings(20, 100, Duration.ofMinutes(5), Duration.ofHours(1)));
  }
}
