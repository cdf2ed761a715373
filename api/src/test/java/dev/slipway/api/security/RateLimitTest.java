package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.PlayedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private static final ApiServer API =
      ApiServer.with(
          Map.of(
              "slipway.rate.requests", 5, "slipway.rate.change", 1, "slipway.rate.window", "1h"));

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private final Http http = signedIn();

  /// Somebody at an address of his own: those who sign in at one share its requests.
  private static Http stranger() {
    return API.anonymous().with("X-Forwarded-For", "203.0.113." + ADDRESSES.incrementAndGet());
  }

  private static Http signedIn() {
    return API.anonymous()
        .with("Authorization", "Bearer " + login(stranger()).text("/access_token"));
  }

  private static Http.Answer login(Http http) {
    return http.post(
        "/api/v1/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(API.tenantUser().email(), ApiServer.PASSWORD));
  }

  private Http.Answer last(int requests) {
    Http.Answer answer = http.get("/api/v1/plans");
    for (int i = 1; i < requests; i++) {
      answer = http.get("/api/v1/plans");
    }
    return answer;
  }

  @Test
  void every_answer_tells_what_is_left() {
    var first = last(1);
    var missing = http.get("/api/v1/servers/srv_nobody");

    assertThat(first.header("RateLimit-Limit")).isEqualTo("5");
    assertThat(first.header("RateLimit-Remaining")).isEqualTo("4");
    assertThat(first.header("RateLimit-Reset")).isEqualTo("720");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("RateLimit-Remaining")).isEqualTo("3");
  }

  @Test
  void who_has_none_left_waits_for_the_next() {
    assertThat(last(5).status()).isEqualTo(200);

    var refused = last(1);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("/code")).isEqualTo("rate_limit_exceeded");
    assertThat(refused.at("/retryable").asBoolean()).isTrue();
    assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
    long wait = Long.parseLong(refused.header("Retry-After"));
    assertThat(wait).isBetween(700L, 720L);
    API.bean(PlayedClock.class).pass(Duration.ofSeconds(wait));
    assertThat(last(1).status()).isEqualTo(200);
    assertThat(last(1).status()).isEqualTo(429);
  }

  @Test
  void callers_do_not_share() {
    last(6);

    assertThat(signedIn().get("/api/v1/plans").status()).isEqualTo(200);
    assertThat(stranger().get("/api/v1/openapi.json").status()).isEqualTo(200);
  }

  @Test
  void who_has_not_signed_in_is_told_as_well() {
    Http stranger = stranger();

    var signIn = login(stranger);
    var renewal =
        stranger.post(
            "/api/v1/auth/refresh",
            "{\"refresh_token\":\"" + signIn.text("/refresh_token") + "\"}");
    var nobody = stranger.get("/api/v1/plans");
    var forged = stranger.with("Authorization", "Bearer forged").get("/api/v1/plans");
    var health = stranger.get("/health/live");

    assertThat(List.of(signIn, renewal, nobody, forged, health))
        .extracting(answer -> answer.status() + " " + answer.header("RateLimit-Remaining"))
        .containsExactly("200 4", "200 3", "401 2", "401 1", "200 ");
    assertThat(signIn.header("RateLimit-Limit")).isEqualTo("5");
    assertThat(nobody.header("RateLimit-Reset")).isEqualTo("2160");
  }

  @Test
  void an_address_that_has_none_left_is_refused_before_and_behind_the_door() {
    Http stranger = stranger();
    for (int i = 0; i < 5; i++) {
      stranger.get("/api/v1/plans");
    }

    var guess = login(stranger);
    var nobody = stranger.get("/api/v1/plans");
    var health = stranger.get("/health/ready");
    var metrics = stranger.get("/metrics");

    assertThat(guess.text("/code")).isEqualTo("rate_limit_exceeded");
    assertThat(nobody.status()).isEqualTo(429);
    assertThat(nobody.text("/code")).isEqualTo("rate_limit_exceeded");
    assertThat(nobody.header("Retry-After")).isNotEmpty();
    assertThat(nobody.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(nobody.header("WWW-Authenticate")).isEmpty();
    assertThat(health.status()).as("a probe takes a refusal for an end").isNotEqualTo(429);
    assertThat(health.header("RateLimit-Remaining")).isEmpty();
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(login(stranger()).status()).as("at another address").isEqualTo(200);
    assertThat(http.with("X-Forwarded-For", "203.0.113.1").get("/api/v1/plans").status())
        .as("a user has his own wherever he is")
        .isEqualTo(200);
  }

  @Test
  void open_pages_that_look_for_the_server_take_nothing_from_those_who_sign_in() {
    Http stranger = stranger();

    for (int i = 0; i < 20; i++) {
      assertThat(stranger.get("/health/live").status()).isEqualTo(200);
    }

    var signIn = login(stranger);
    assertThat(signIn.status()).isEqualTo(200);
    assertThat(signIn.header("RateLimit-Remaining")).isEqualTo("4");
  }

  @Test
  void what_does_not_exist_is_told_and_counted_as_well() {
    Http stranger = stranger();

    assertThat(stranger.get("/api/v1/nothing").header("RateLimit-Remaining")).isEqualTo("4");
    assertThat(stranger.put("/api/v1/auth/login", "{}").header("RateLimit-Remaining"))
        .isEqualTo("3");
    assertThat(http.get("/api/v1/nothing").header("RateLimit-Remaining")).isEqualTo("4");
  }

  @Test
  void it_can_be_switched_off_and_is_generous_otherwise() {
    var usual = ApiServer.shared();
    var off = ApiServer.with(Map.of("slipway.rate.requests", 0));

    assertThat(usual.bean(RateSettings.class))
        .isEqualTo(new RateSettings(12_000, 40_000, 2, Duration.ofMinutes(1)));
    var answer = off.as(off.tenantUser()).get("/api/v1/plans");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("RateLimit-Limit")).isEmpty();
  }
}
