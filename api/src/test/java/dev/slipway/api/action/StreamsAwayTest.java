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
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamsAwayTest {

  private static final int MANY = 100;
  private static final Duration COMMENT = Duration.ofSeconds(1);

  private final ApiServer api = ApiServer.with(Map.of("slipway.stream.comment", COMMENT));
  private final HttpClient client = HttpClient.newHttpClient();
  private final Http http = api.as(api.tenantUser());
  private final String action = orderedAction(http);
  private final String path = "/api/v1/actions/" + action + "/events";

  @Test
  void streams_speak_while_the_database_is_away_and_new_ones_are_refused_at_once()
      throws InterruptedException {
    List<Listener> open = IntStream.range(0, MANY).mapToObj(_ -> new Listener()).toList();
    open.forEach(this::follow);
    await().until(() -> open.stream().allMatch(each -> each.lines > 0));
    open.forEach(Listener::forget);

    api.tables().goAway();
    Thread.sleep(Duration.ofSeconds(8));
    long asked = System.nanoTime();
    var refused = http.get(path);
    var answeredWithin = Duration.ofNanos(System.nanoTime() - asked);
    api.tables().comeBack();

    assertThat(open)
        .allSatisfy(each -> {
          assertThat(each.longestSilence()).isLessThan(COMMENT.multipliedBy(2));
          assertThat(each.isOver).isFalse();
        });
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text("/code")).isEqualTo("database_unavailable");
    assertThat(answeredWithin).isLessThan(Duration.ofSeconds(1));
    await().atMost(Duration.ofSeconds(30)).until(this::isFollowed);
    api.tables().end(action, "succeeded");
    await().atMost(Duration.ofSeconds(30)).until(() -> open.stream().allMatch(each -> each.isOver));
  }

  private void follow(Listener listener) {
    var _ =
        client.sendAsync(
            http.request("GET", path, null), BodyHandlers.fromLineSubscriber(listener));
  }

  private boolean isFollowed() {
    return http.get("/api/v1/actions/" + action + "?wait=1s").status() == 200;
  }

  /// Notes how long it hears nothing.
  private static final class Listener implements Flow.Subscriber<String> {

    private volatile int lines;
    private volatile boolean isOver;
    private long heardAt;
    private long longest;

    synchronized void forget() {
      heardAt = System.nanoTime();
      longest = 0;
    }

    synchronized Duration longestSilence() {
      hear();
      return Duration.ofNanos(longest);
    }

    private synchronized void hear() {
      long now = System.nanoTime();
      longest = Math.max(longest, now - heardAt);
      heardAt = now;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      hear();
      lines = 1;
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
