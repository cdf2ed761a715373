package dev.slipway.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelOriginsTest {
  private final LoopbackServer server = new LoopbackServer();

  @BeforeEach
  void start() throws Exception {
    server.start(new SecurityHeaders(new PanelOrigins(new LoopbackServer.Nothing())));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "cloud.example, https://cloud.example",
    "cloud.example, https://cloud.example:8443",
    "cloud.example:443, https://cloud.example",
    "cloud.example:80, http://cloud.example",
    "127.0.0.1:8080, http://127.0.0.1:8080",
    "[::1]:8080, http://[::1]:8080",
    "Cloud.Example, https://cloud.example"
  })
  void a_page_of_its_own_is_served(String host, String origin) throws IOException {
    assertThat(ask("POST", host, "Origin: " + origin)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource({
    "cloud.example, https://evil.example",
    "cloud.example, https://cloud.example.evil.example",
    "cloud.example, https://www.cloud.example",
    "cloud.example, null",
    "cloud.example, nonsense",
    "cloud.example, ://",
    "127.0.0.1:8080, http://127.0.0.1:8233",
    "cloud.example:443, http://cloud.example"
  })
  void a_page_of_another_origin_is_refused_whatever_it_asks(String host, String origin)
      throws IOException {
    for (var method : new String[] {"GET", "POST"}) {
      assertThat(ask(method, host, "Origin: " + origin))
          .startsWith("HTTP/1.1 403")
          .contains("Another site asked for this", "X-Frame-Options: DENY");
    }
  }

  @Test
  void a_browser_knows_its_own_page_behind_a_proxy_that_tells_another_port() throws IOException {
    var origin = "Origin: https://cloud.example\r\nSec-Fetch-Site: ";

    assertThat(ask("POST", "cloud.example:8080", origin + "same-origin"))
        .startsWith("HTTP/1.1 200");
    for (var other : new String[] {"same-site", "cross-site", "none", ""}) {
      assertThat(ask("POST", "cloud.example:8080", origin + other)).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void who_has_no_origin_came_by_himself() throws IOException {
    assertThat(ask("GET", "cloud.example", "Accept: text/html")).startsWith("HTTP/1.1 200");
  }

  private String ask(String method, String host, String header) throws IOException {
    return server.answerTo(
        "%s / HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(method, host, header));
  }
}
