package dev.slipway.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
  private static final String TRANSPORT = "Strict-Transport-Security";

  @Test
  void a_browser_is_bound_to_https_where_a_trusted_proxy_ended_it() throws Exception {
    assertThat(headers(true, "https").firstValue(TRANSPORT)).contains("max-age=31536000");
    assertThat(headers(true, "http").firstValue(TRANSPORT)).isEmpty();
  }

  @Test
  void what_a_stranger_says_about_https_is_not_believed() throws Exception {
    assertThat(headers(false, "https").firstValue(TRANSPORT)).isEmpty();
  }

  private static HttpHeaders headers(boolean behindProxy, String told) throws Exception {
    var settings =
        new WebSettings(
            0,
            "127.0.0.1",
            behindProxy,
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            1);
    try (var server = new LoopbackServer(WebServer.http(settings));
        var client = HttpClient.newHttpClient()) {
      server.start(new SecurityHeaders(new LoopbackServer.Nothing()));
      var request =
          HttpRequest.newBuilder(server.address()).header("X-Forwarded-Proto", told).build();
      return client.send(request, BodyHandlers.discarding()).headers();
    }
  }
}
