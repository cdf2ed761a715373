package dev.slipway.ui.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiProxyTest {
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch firstEventSeen = new CountDownLatch(1);
  private final Server front = new Server();
  private final ServerConnector connector = new ServerConnector(front);
  private HttpServer api;

  @BeforeEach
  void start() throws Exception {
    var loopback = InetAddress.getLoopbackAddress();
    api = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.createContext("/api/who", ApiProxyTest::tellWho);
    api.createContext("/api/echo", ApiProxyTest::tellQuery);
    api.createContext("/api/events", this::tellTwoEvents);
    api.createContext("/api/silent", exchange -> {});
    api.start();
    connector.setHost(loopback.getHostAddress());
    front.addConnector(connector);
    var upstream = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
    front.setHandler(new SecurityHeaders(new ApiLanes(upstream, SILENCE, 1)));
    front.setErrorHandler(new EdgeErrors(JsonMapper.createDefault()));
    front.start();
  }

  @AfterEach
  void stop() {
    LifeCycle.stop(front);
    api.stop(0);
    client.close();
  }

  @Test
  void the_api_learns_the_callers_address_from_the_bridge_and_not_from_the_caller()
      throws Exception {
    var claimed = request("/api/who").header("X-Forwarded-For", "203.0.113.9").build();

    var reply = client.send(claimed, BodyHandlers.ofString());

    assertThat(reply.body()).isEqualTo("127.0.0.1 http 127.0.0.1:" + connector.getLocalPort());
    assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void an_event_passes_at_once_while_the_stream_stays_open() throws Exception {
    var reply = client.send(request("/api/events").build(), BodyHandlers.ofLines());

    var lines = reply.body().iterator();
    assertThat(lines.next()).isEqualTo("data: first");
    firstEventSeen.countDown();
    assertThat(lines.next()).isEqualTo("data: second");
  }

  @Test
  void a_silent_api_is_given_up_with_a_problem() throws Exception {
    var reply = get("/api/silent");

    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
    assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(reply.body())
        .contains("\"code\":\"maintenance\"", "\"instance\":\"/api/silent\"", "\"retryable\":true");
  }

  @Test
  void an_api_that_is_away_is_a_problem_worth_trying_again() throws Exception {
    api.stop(0);

    var reply = get("/api/who");

    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.headers().firstValue("Retry-After")).contains("2");
    assertThat(reply.body())
        .contains(
            "\"status\":503", "\"code\":\"maintenance\"", "\"retryable\":true", "correlation_id");
    assertThat(reply.body()).contains(reply.headers().firstValue("X-Correlation-Id").orElseThrow());
  }

  @Test
  void a_request_that_cannot_be_read_is_a_problem_too() throws Exception {
    var reply = raw("/api/%zz");

    assertThat(reply).contains("400 Bad Request", "\"code\":\"malformed_request\"");
    assertThat(reply).containsPattern("X-Correlation-Id: cor_[0-9a-f]{32}\\R");
    assertThat(reply).contains("\"detail\":\"The request could not be read.", "\"errors\":[]");
    assertThat(reply).contains("\"instance\":\"/\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%", "100%", "%a", "%u1234"})
  void a_query_that_cannot_be_read_is_a_problem_too(String query) throws Exception {
    assertThat(raw("/api/echo?q=" + query))
        .contains("400 Bad Request", "\"code\":\"malformed_request\"");
  }

  @Test
  void a_query_passes_with_the_characters_browsers_send_as_they_are() throws Exception {
    assertThat(raw("/api/echo?q=a|{x}^\"<b>\\`[é]%7C"))
        .contains("200 OK")
        .endsWith("q=a|{x}^\"<b>\\`[é]|");
  }

  private String raw(String target) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      socket.getOutputStream().write(("GET " + target + " HTTP/1.0\r\n\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d%s".formatted(connector.getLocalPort(), path)));
  }

  private static void tellWho(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var who =
        String.join(
            " ",
            headers.getFirst("X-Forwarded-For"),
            headers.getFirst("X-Forwarded-Proto"),
            headers.getFirst("X-Forwarded-Host"));
    exchange.sendResponseHeaders(200, who.length());
    try (var body = exchange.getResponseBody()) {
      body.write(who.getBytes(UTF_8));
    }
  }

  private static void tellQuery(HttpExchange exchange) throws IOException {
    var query = exchange.getRequestURI().getQuery().getBytes(UTF_8);
    exchange.sendResponseHeaders(200, query.length);
    try (var body = exchange.getResponseBody()) {
      body.write(query);
    }
  }

  private void tellTwoEvents(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      body.write("data: first\n".getBytes(UTF_8));
      body.flush();
      var seen = firstEventSeen.await(1, TimeUnit.SECONDS);
      body.write((seen ? "data: second\n" : "data: unseen\n").getBytes(UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
