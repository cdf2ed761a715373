package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitLimitsTest {

  private static final int MOST = 20;

  private final ApiServer api =
      ApiServer.with(Map.of("slipway.stream.most", MOST, "slipway.database.connections", 5));
  private final HttpClient client = HttpClient.newHttpClient();
  private final Http his = api.as(api.tenantUser());
  private final String action = orderedAction(his);
  private final String path = "/api/v1/actions/" + action;

  @Test
  void of_many_who_come_at_once_no_more_wait_than_there_is_room_for() {
    List<CompletableFuture<HttpResponse<InputStream>>> asked =
        IntStream.range(0, 5 * MOST).mapToObj(this::waitsOneWayOrTheOther).toList();

    await().until(() -> metric("streams") + metric("polls") == MOST);
    await().until(() -> answered(asked, 429) == 4 * MOST);
    assertThat(metric("streams") + metric("polls")).isEqualTo(MOST);
    assertThat(his.get("/api/v1/servers").status()).isEqualTo(200);

    api.tables().end(action, "succeeded");
    await().until(() -> answered(asked, 200) == MOST);
    await().until(() -> metric("streams") + metric("polls") == 0);
  }

  @Test
  void who_waits_as_often_as_he_may_is_told_when_to_come_back_and_others_are_not() {
    for (int i = 0; i < MOST; i++) {
      var _ = asks(path + "?wait=30s");
    }
    await().until(() -> metric("polls") == MOST);

    var poll = his.get(path + "?wait=30s");
    var stream = his.get(path + "/events");

    assertThat(List.of(poll.status(), stream.status())).containsOnly(429);
    assertThat(poll.text("/code")).isEqualTo("rate_limit_exceeded");
    assertThat(poll.header("Retry-After")).isEqualTo("10");
    assertThat(his.get(path).status()).isEqualTo(200);
    Http other = api.as(api.tenantUser());
    assertThat(other.get("/api/v1/actions/" + orderedAction(other) + "?wait=1s").status())
        .isEqualTo(200);
    api.tables().end(action, "succeeded");
  }

  @Test
  void what_nobody_reads_takes_a_place_for_a_moment_only() {
    for (int i = 0; i < MOST; i++) {
      his.send("HEAD", path + "/events", null);
    }

    await().atMost(Duration.ofSeconds(15)).until(() -> his.get(path + "?wait=1s").status() == 200);
  }

  private CompletableFuture<HttpResponse<InputStream>> waitsOneWayOrTheOther(int number) {
    return asks(path + (number % 2 == 0 ? "/events" : "?wait=30s"));
  }

  private CompletableFuture<HttpResponse<InputStream>> asks(String address) {
    return client.sendAsync(his.request("GET", address, null), BodyHandlers.ofInputStream());
  }

  private static long answered(
      List<CompletableFuture<HttpResponse<InputStream>>> asked, int status) {
    return asked.stream()
        .filter(CompletableFuture::isDone)
        .filter(each -> each.join().statusCode() == status)
        .count();
  }

  private int metric(String what) {
    return api.anonymous()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("slipway_" + what + "_open "))
        .mapToInt(line -> (int) Double.parseDouble(line.split(" ", 2)[1]))
        .sum();
  }
}
