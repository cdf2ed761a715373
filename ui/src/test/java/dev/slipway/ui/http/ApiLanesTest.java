package dev.slipway.ui.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiLanesTest {
  private static final int ALL_AT_ONCE = 4_000;
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch change = new CountDownLatch(1);
  private final AtomicInteger waiting = new AtomicInteger();
  private final LoopbackServer front = new LoopbackServer();
  private HttpServer api;

  @BeforeEach
  void start() throws Exception {
    var loopback = InetAddress.getLoopbackAddress();
    api = HttpServer.create(new InetSocketAddress(loopback, 0), ALL_AT_ONCE);
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.createContext("/", ApiLanesTest::answer);
    api.createContext("/api/v1/actions", this::answerAfterTheChange);
    api.createContext("/api/v1/slow", this::answerAfterTheChange);
    api.start();
    front.connector().setAcceptQueueSize(ALL_AT_ONCE);
  }

  @AfterEach
  void stop() throws Exception {
    change.countDown();
    front.close();
    api.stop(0);
    client.shutdownNow();
  }

  private void bridge(int most) throws Exception {
    var upstream = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
    front.start(WebServer.routes(new ApiLanes(upstream, Duration.ofSeconds(30), most)));
  }

  @Test
  void more_waiting_requests_than_others_have_connections_keep_no_other_waiting() throws Exception {
    int most = ApiLanes.QUICK + 100;
    bridge(most);
    askOften(most, "/api/v1/actions/act_1?wait=30s");
    await().atMost(Duration.ofSeconds(20)).until(() -> waiting.get() == most);

    assertThat(get("/api/v1/servers").statusCode()).isEqualTo(200);
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    var oneMore = get("/api/v1/actions/act_1/events");
    assertThat(oneMore.statusCode()).isEqualTo(503);
    assertThat(oneMore.headers().firstValue("Retry-After")).contains("2");
    assertThat(oneMore.headers().firstValue("Content-Type")).contains("application/problem+json");

    change.countDown();
    await().until(() -> waiting.get() == 0);
    await().until(() -> get("/api/v1/actions/act_1?wait=30s").statusCode() == 200);
  }

  @Test
  void health_is_told_while_every_other_request_is_stuck() throws Exception {
    bridge(1);
    askOften(ApiLanes.QUICK, "/api/v1/slow");
    await().atMost(Duration.ofSeconds(20)).until(() -> waiting.get() == ApiLanes.QUICK);

    assertThat(get("/api/v1/servers").statusCode()).isEqualTo(503);
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/metrics").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?wait=30s",
        "?%77a%69t=30s",
        "?a=b&wait",
        "?a=b;wait=1s",
        "/events",
        "/events/",
        "/%65vents",
        "/x/../events",
        "/events?last=1"
      })
  void what_waits_is_known_however_it_is_written(String asked) throws Exception {
    bridge(1);
    askOften(1, "/api/v1/actions/act_1?wait=30s");
    await().until(() -> waiting.get() == 1);

    assertThat(get("/api/v1/actions/act_1" + asked).statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/servers?q=wait", "/api/v1/servers?waited=1", "/problems/events"})
  void what_does_not_wait_is_not_taken_for_it(String asked) throws Exception {
    bridge(1);
    askOften(1, "/api/v1/actions/act_1/events");
    await().until(() -> waiting.get() == 1);

    assertThat(get(asked).statusCode()).isEqualTo(200);
  }

  private void askOften(int times, String path) {
    var request = HttpRequest.newBuilder(URI.create(front.address() + path)).build();
    for (int i = 0; i < times; i++) {
      var _ = client.sendAsync(request, BodyHandlers.discarding());
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(front.address() + path)).timeout(AT_ONCE);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private void answerAfterTheChange(HttpExchange exchange) throws IOException {
    waiting.incrementAndGet();
    try {
      change.await();
      answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var body = "done".getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
