package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.api.ApiServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {

  @Test
  void a_session_lasts_a_month_a_token_a_quarter_of_an_hour() {
    var settings = ApiServer.shared().bean(SessionSettings.class);

    assertThat(settings)
        .isEqualTo(
            new SessionSettings(
                Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofSeconds(30)));
  }

  @Test
  void a_short_secret_is_refused_and_a_long_one_never_printed() {
    assertThatThrownBy(() -> new SecretSettings("short")).hasMessageContaining("16 characters");
    assertThat(new SecretSettings("a long enough secret")).hasToString("***");
  }
}
