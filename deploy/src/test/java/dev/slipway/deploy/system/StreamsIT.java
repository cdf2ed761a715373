package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Connections that last: many at once, those that are not read, those that break off, and those
/// that never finish asking.
class StreamsIT {

  private static final int MANY = 500;
  private static final int MOST_WAITING = 1_000;
  private static final long MOST_HEAP = 400L * 1024 * 1024;
  private static final SlipwayProcess SLIPWAY =
      SlipwayProcess.with(
          Map.of(
              "SLIPWAY_TEMPORAL", "memory",
              "SLIPWAY_STREAM_COMMENT", "2s",
              "SLIPWAY_REQUEST_PATIENCE", "4s"));

  private final Buyer tenant = new Buyer(ApiClient.signedIn(SLIPWAY.address(), People.TENANT));
  private final SimulatedLocation location =
      new SimulatedLocation(ApiClient.signedIn(SLIPWAY.address(), People.ADMIN), "sim-1").fast();
  private final Metrics metrics = new Metrics(SLIPWAY.address());

  @BeforeAll
  static void start() {
    SLIPWAY.start();
  }

  @AfterAll
  static void stop() {
    SLIPWAY.close();
  }

  /// An action that stands still until it is told to go on.
  private Ordered parked(String name) {
    location.failAlways("create_machine", "quota");
    Ordered ordered = tenant.orders(name, location.code());
    tenant.awaits(ordered, "parked");
    location.clear();
    return ordered;
  }

  private List<Follower> follow(HttpClient client, Ordered ordered, int count) {
    String token = tenant.api().token();
    return IntStream.range(0, count)
        .mapToObj(number -> Follower.of(client, SLIPWAY.address(), ordered, token))
        .toList();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200));
  }

  private static void allAre(List<Follower> followers, Predicate<Follower> wanted) {
    soon().until(() -> followers.stream().allMatch(wanted));
  }

  private void openStreamsAre(int count) {
    soon().until(() -> metrics.sum("slipway_streams_open") == count);
  }

  @Test
  void five_hundred_streams_are_told_everything_while_others_work_on() throws Exception {
    Ordered ordered = parked("streams-many");
    try (var client = HttpClient.newHttpClient()) {
      List<Follower> followers = follow(client, ordered, MANY);

      allAre(followers, each -> each.lastStatus().equals("parked"));
      openStreamsAre(MANY);
      allAre(followers, Follower::hasSignOfLife);
      for (int i = 0; i < 20; i++) {
        tenant.api().get("/servers").expect(200);
      }
      assertThat(metrics.sum("hikaricp_connections_timeout_total")).isZero();
      assertThat(heapAfterCollection()).isLessThan(MOST_HEAP);
      tenant.commands(ordered, "abort", Map.of("reason", "enough")).expect(202);
      allAre(followers, Follower::hasEnded);
      assertThat(followers).allMatch(each -> each.lastStatus().equals("aborted"));
    }
    openStreamsAre(0);
    assertThat(metrics.sum("hikaricp_connections_timeout_total")).isZero();
  }

  @Test
  void more_long_polls_than_one_user_may_have_keep_nobody_else_waiting() throws Exception {
    Ordered later = orderedForLater("polls-many");
    var poll =
        HttpRequest.newBuilder(
                SLIPWAY.address().resolve("/api/v1/actions/" + later.action() + "?wait=30s"))
            .header("Authorization", "Bearer " + tenant.api().token())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      List<CompletableFuture<Integer>> polls =
          IntStream.range(0, MOST_WAITING + 200)
              .mapToObj(_ ->
                  client
                      .sendAsync(poll, BodyHandlers.discarding())
                      .thenApply(HttpResponse::statusCode))
              .toList();
      soon().until(() -> metrics.sum("slipway_polls_open") == MOST_WAITING);

      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            tenant.api().get("/servers").expect(200);
            ApiClient.anonymous(SLIPWAY.address()).get("/health/live").expect(200);
            var other = ApiClient.signedIn(SLIPWAY.address(), People.OTHER_TENANT);
            other.get("/servers").expect(200);
          });
      soon().until(() -> polls.stream().filter(CompletableFuture::isDone).count() == 200);
      assertThat(polls)
          .filteredOn(CompletableFuture::isDone)
          .allMatch(refused -> refused.join() == 429);
      tenant.commands(later, "abort", Map.of("reason", "enough")).expect(202);
      soon().until(() -> metrics.sum("slipway_polls_open") == 0);
      assertThat(polls.stream().map(CompletableFuture::join))
          .filteredOn(status -> status == 200)
          .hasSize(MOST_WAITING);
    }
  }

  private Ordered orderedForLater(String name) {
    Map<String, Object> order = new HashMap<>(Buyer.order(name, location.code()));
    order.put("not_before", Instant.now().plusSeconds(3_600).toString());
    return Ordered.of(tenant.api().post("/servers", order).expect(201).body());
  }

  @Test
  void clients_that_leave_in_mid_stream_are_forgotten() {
    Ordered ordered = parked("streams-left");
    HttpClient client = HttpClient.newHttpClient();
    allAre(follow(client, ordered, MANY), Follower::hasState);
    openStreamsAre(MANY);

    client.shutdownNow();

    openStreamsAre(0);
    tenant.commands(ordered, "abort", Map.of("reason", "enough")).expect(202);
  }

  @Test
  void clients_that_read_nothing_keep_nobody_waiting() throws Exception {
    Ordered ordered = parked("streams-deaf");
    List<Socket> deaf = new ArrayList<>();
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 50; i++) {
        deaf.add(
            ask(
                "GET /api/v1/actions/%s/events HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer %s"
                    .formatted(ordered.action(), tenant.api().token())));
      }
      List<Follower> followers = follow(client, ordered, 50);
      openStreamsAre(100);

      tenant.commands(ordered, "abort", Map.of("reason", "enough")).expect(202);

      allAre(followers, Follower::hasEnded);
      openStreamsAre(0);
    } finally {
      close(deaf);
    }
  }

  @Test
  void requests_that_never_end_are_given_up_and_keep_nobody_waiting() throws Exception {
    List<Socket> dripping = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        dripping.add(
            ask("POST /api/v1/auth/login HTTP/1.1\r\nHost: here\r\nContent-Length: 90000"));
        dripping.add(open("GET /api/v1/plans HTTP/1.1\r\nHost: here\r\nX-Slow: "));
      }

      tenant.api().get("/servers").expect(200);
      ApiClient.signedIn(SLIPWAY.address(), People.OTHER_TENANT).get("/me").expect(200);
      soon().until(() -> dripping.stream().filter(StreamsIT::takesAnotherByte).count() == 0);
    } finally {
      close(dripping);
    }
    tenant.api().get("/servers").expect(200);
  }

  @Test
  void a_body_that_never_arrives_is_told_so() throws Exception {
    String head =
        "POST /api/v1/auth/login HTTP/1.1\r\nHost: here\r\nContent-Type: application/json";
    try (Socket socket = ask(head + "\r\nContent-Length: 90000")) {
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(answer)
          .startsWith("HTTP/1.1 408 ")
          .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n")
          .contains("\"status\":408", "\"code\":\"malformed_request\"", "\"retryable\":true");
    }
  }

  private static Socket ask(String head) throws IOException {
    return open(head + "\r\n\r\n");
  }

  private static Socket open(String text) throws IOException {
    Socket socket = new RawHttp(SLIPWAY.address()).open();
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static boolean takesAnotherByte(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private double heapAfterCollection() throws Exception {
    SLIPWAY.collectGarbage();
    return metrics.sum("jvm_memory_used_bytes{area=\"heap\"");
  }
}
