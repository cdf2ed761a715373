package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.PlayedClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private static final ApiServer API =
      ApiServer.with(Map.of("slipway.rate.requests", 5, "slipway.rate.window", "1h"));

  private final Http http = API.as(API.tenantUser());

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

    assertThat(API.as(API.tenantUser()).get("/api/v1/plans").status()).isEqualTo(200);
    assertThat(API.anonymous().get("/api/v1/openapi.json").header("RateLimit-Limit")).isEmpty();
  }

  @Test
  void it_can_be_switched_off_and_is_generous_otherwise() {
    var usual = ApiServer.shared();
    var off = ApiServer.with(Map.of("slipway.rate.requests", 0));

    assertThat(usual.bean(RateSettings.class))
        .isEqualTo(new RateSettings(60_000, Duration.ofMinutes(1)));
    var answer = off.as(off.tenantUser()).get("/api/v1/plans");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("RateLimit-Limit")).isEmpty();
  }
}
