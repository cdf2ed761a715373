package dev.slipway.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.slipway.activities.log.LogLines;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndeclaredProxyTest {
  @RegisterExtension final LogLines log = new LogLines(UndeclaredProxy.class);

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
  void a_proxy_nobody_declared_is_told_of_once(String header) throws Exception {
    try (var server = serve(false)) {
      ask(server, "X-Other");
      assertThat(log.all()).isEmpty();
      ask(server, header);
      ask(server, header);
    }

    assertThat(log.all())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getLevel()).isEqualTo(Level.WARN);
          assertThat(line.getFormattedMessage())
              .contains("SLIPWAY_BEHIND_PROXY=true", "address=127.0.0.1");
        });
  }

  @Test
  void a_declared_one_is_nothing_to_tell() throws Exception {
    try (var server = serve(true)) {
      ask(server, "X-Forwarded-For");
    }

    assertThat(log.all()).isEmpty();
  }

  private static LoopbackServer serve(boolean behindProxy) throws Exception {
    var minute = Duration.ofMinutes(1);
    var settings = new WebSettings(0, "127.0.0.1", behindProxy, minute, minute, minute, 1);
    return new LoopbackServer(WebServer.http(settings)).start(new LoopbackServer.Nothing());
  }

  private static void ask(LoopbackServer server, String header) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(server.address()).header(header, "192.0.2.7").build();
      client.send(request, BodyHandlers.discarding());
    }
  }
}
