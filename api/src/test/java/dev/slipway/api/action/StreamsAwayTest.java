package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamsAwayTest {

  private static final int MANY = 100;

  /// Comments with the empty line after each; were each to wait for the pool's patience in turn,
  /// these would take minutes.
  private static final int WORDS = 12;

  private static final Duration A_WHILE = Duration.ofSeconds(40);

  private final ApiServer api =
      ApiServer.with(Map.of("slipway.stream.comment", "1s", "slipway.database.connections", 5));
  private final HttpClient client = HttpClient.newHttpClient();
  private final Http http = api.as(api.tenantUser());
  private final String action = orderedAction(http);
  private final String path = "/api/v1/actions/" + action + "/events";

  @Test
  void streams_speak_while_the_database_is_away_and_new_ones_are_refused() {
    List<Listener> open = IntStream.range(0, MANY).mapToObj(_ -> new Listener()).toList();
    open.forEach(this::follow);
    await().until(() -> open.stream().allMatch(each -> each.lines.get() > 0));

    api.tables().goAway();
    open.forEach(each -> each.lines.set(0));
    await().atMost(A_WHILE).until(() -> open.stream().allMatch(each -> each.lines.get() >= WORDS));
    var refused = CompletableFuture.supplyAsync(() -> http.get(path));
    assertThat(refused).succeedsWithin(A_WHILE);
    api.tables().comeBack();

    assertThat(open).noneMatch(each -> each.isOver);
    assertThat(refused.join().status()).isEqualTo(503);
    assertThat(refused.join().text("/code")).isEqualTo("database_unavailable");
    await().atMost(A_WHILE).until(this::isFollowed);
    api.tables().end(action, "succeeded");
    await().atMost(A_WHILE).until(() -> open.stream().allMatch(each -> each.isOver));
  }

  private void follow(Listener listener) {
    var _ =
        client.sendAsync(
            http.request("GET", path, null), BodyHandlers.fromLineSubscriber(listener));
  }

  private boolean isFollowed() {
    return http.get("/api/v1/actions/" + action + "?wait=1s").status() == 200;
  }

  /// Counts the lines it hears.
  private static final class Listener implements Flow.Subscriber<String> {

    private final AtomicInteger lines = new AtomicInteger();
    private volatile boolean isOver;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      lines.incrementAndGet();
    }

    @Override
    public void onError(Throwable broken) {
      isOver = true;
    }

    @Override
    public void onComplete() {
      isOver = true;
    }
  }
}
