package dev.slipway.api.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.TestPostgres;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {

  /// Nothing that tests set for themselves.
  private static ApplicationContext untouched() {
    Map<String, Object> properties = TestPostgres.database().properties();
    properties.put("slipway.temporal.worker", false);
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .environments("test", "web")
        .properties(properties)
        .start();
  }

  @Test
  void a_stream_is_never_silent_for_long_and_no_poll_outlasts_the_server() {
    try (var context = untouched()) {
      StreamSettings settings = context.getBean(StreamSettings.class);
      Duration idle = context.getBean(NettyHttpServerConfiguration.class).getIdleTimeout();

      assertThat(settings).isEqualTo(new StreamSettings(Duration.ofSeconds(15), 1_000));
      assertThat(ActionController.LONGEST_WAIT).isEqualTo(Duration.ofSeconds(30));
      assertThat(settings.comment().multipliedBy(2)).isLessThan(idle);
      assertThat(ActionController.LONGEST_WAIT.multipliedBy(2)).isLessThan(idle);
    }
  }
}
