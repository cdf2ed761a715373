package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.PlayedClock;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Session;
import dev.slipway.workflows.action.ActionId;
import io.micronaut.http.sse.Event;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class EventStreamTest {

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.tenantUser());
  private final String action = orderedAction(http);
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @AfterEach
  void whatever_was_told_is_as_described() {
    http.checkEvents("/api/v1/actions/" + action + "/events", lines);
  }

  private CompletableFuture<Integer> follow(Http as) {
    return follow(as, action);
  }

  private CompletableFuture<Integer> follow(Http as, String followed) {
    var request = as.request("GET", "/api/v1/actions/" + followed + "/events", null);
    return HttpClient.newHttpClient()
        .sendAsync(
            request,
            info ->
                HttpResponse.BodySubscribers.fromLineSubscriber(
                    new Collecting(lines), subscriber -> info.statusCode(), UTF_8, null))
        .thenApply(HttpResponse::body);
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  private record Collecting(List<String> lines)
      implements java.util.concurrent.Flow.Subscriber<String> {

    @Override
    public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      lines.add(line);
    }

    @Override
    public void onError(Throwable broken) {
      lines.add("broken " + broken);
    }

    @Override
    public void onComplete() {
      lines.add("end");
    }
  }

  private boolean hasData(String status) {
    return lines.stream()
        .anyMatch(line ->
            line.startsWith("data: {\"action\":{") && line.contains("\"status\":\"" + status));
  }

  @Test
  void a_stream_tells_the_present_state_each_change_and_the_end() {
    var stream = follow(http);

    await().until(() -> hasData("queued"));
    assertThat(lines).contains("event: action", "id: 1", "retry: 2000");
    await().until(() -> lines.contains(": still here"));
    api.tables().run(action, "reserve-capacity");
    await().until(() -> hasData("running"));
    assertThat(lines).doesNotContain("end");
    api.tables().end(action, "succeeded");
    await().until(() -> lines.contains("end"));

    assertThat(hasData("succeeded")).isTrue();
    assertThat(stream).isCompletedWithValue(200);
  }

  @Test
  void a_client_that_comes_back_is_not_told_what_it_knows() {
    var stream = follow(http.with("Last-Event-ID", "1"));

    await().until(() -> lines.contains(": still here"));
    assertThat(lines).noneMatch(line -> line.startsWith("data:"));
    api.tables().end(action, "aborted");
    await().until(() -> hasData("aborted"));
    await().until(stream::isDone);
  }

  @Test
  void a_client_that_saw_the_end_is_told_to_stop() {
    api.tables().end(action, "aborted");

    assertThat(
            http.with("Last-Event-ID", "2").get("/api/v1/actions/" + action + "/events").status())
        .isEqualTo(204);
  }

  @Test
  void a_stream_ends_with_the_access_token_and_goes_on_with_a_new_one() {
    var own = ApiServer.with(Map.of());
    var person = own.tenantUser();
    Http first = own.as(person);
    String followed = orderedAction(first);
    var _ = follow(first, followed);
    await().until(() -> hasData("queued"));

    own.bean(PlayedClock.class).pass(Duration.ofMinutes(16));

    await().until(() -> lines.contains("end"));
    assertThat(lines).contains("event: end", "data: {\"reason\":\"token_expired\"}");
    lines.clear();
    var _ = follow(own.as(person).with("Last-Event-ID", "1"), followed);
    await().until(() -> lines.contains(": still here"));
    assertThat(lines).noneMatch(line -> line.startsWith("data:"));
  }

  @Test
  void a_stream_ends_when_its_session_does() {
    var _ = follow(http);
    await().until(() -> hasData("queued"));

    http.send("POST", "/api/v1/auth/logout", null);

    await().until(() -> lines.contains("end"));
    assertThat(lines).contains("event: end", "data: {\"reason\":\"session_ended\"}");
  }

  @Test
  void a_stream_of_somebody_who_is_gone_ends() {
    var gone = api.tenantUser();
    Http his = api.as(gone);
    String followed = orderedAction(his);
    var _ = follow(his, followed);
    await().until(() -> hasData("queued"));

    api.tables().run("delete from user_account where id = '" + gone.user().id() + "'");

    await().until(() -> lines.contains("end"));
    assertThat(lines).contains("data: {\"reason\":\"session_ended\"}");
  }

  @Test
  void a_finished_action_is_told_once() {
    api.tables().end(action, "succeeded");

    var answer = http.get("/api/v1/actions/" + action + "/events");

    assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
    assertThat(answer.body()).contains("id: 2\n", "event: action\n", "\"status\":\"succeeded\"");
  }

  @Test
  void who_has_too_many_streams_open_is_told_to_wait() {
    var own = ApiServer.with(Map.of("slipway.stream.most", 2));
    Http his = own.as(own.tenantUser());
    String followed = orderedAction(his);
    var _ = follow(his, followed);
    var _ = follow(his, followed);
    await().until(() -> own.anonymous().get("/metrics").body().contains("slipway_streams_open 2"));

    var third = his.get("/api/v1/actions/" + followed + "/events");

    assertThat(third.status()).isEqualTo(429);
    assertThat(third.text("/code")).isEqualTo("rate_limit_exceeded");
    own.tables().end(followed, "succeeded");
    await().until(() -> own.anonymous().get("/metrics").body().contains("slipway_streams_open 0"));
  }

  @Test
  void of_what_happens_while_a_client_does_not_read_it_gets_the_newest_state_only() {
    var person = api.tenantUser();
    String followed = orderedAction(api.as(person));
    var caller = new Caller(person.user().id(), person.tenant(), person.user().role());
    var follower =
        new ActionStream.Follower(caller, new Session(null, Instant.MAX), new ActionId(followed));
    var reader = new SlowReader();
    api.bean(ActionStream.class).follow(follower, -1).subscribe(reader);
    reader.request(1);
    await().until(() -> reader.versions.equals(List.of("1")));
    api.tables().run(followed, "reserve-capacity");
    api.tables().run(followed, "create-machine");
    api.tables().run(followed, "verify-machine");
    await().during(Duration.ofSeconds(1)).until(() -> reader.versions.equals(List.of("1")));

    reader.request(1);

    await().until(() -> reader.versions.equals(List.of("1", "4")));
    reader.cancel();
  }

  /// Takes events one by one, and ignores comments.
  private static final class SlowReader extends BaseSubscriber<Event<String>> {

    private final List<String> versions = new CopyOnWriteArrayList<>();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // asks for nothing yet
    }

    @Override
    protected void hookOnNext(Event<String> event) {
      if (event.getId() == null) {
        request(1);
      } else {
        versions.add(event.getId());
      }
    }
  }
}
