package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.Http.Answer;
import dev.slipway.api.PlayedClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final ApiServer API =
      ApiServer.with(
          Map.of(
              "slipway.throttle.free", 5,
              "slipway.throttle.free-shared", 20,
              "slipway.throttle.longest", "1m",
              "slipway.password.cost", 4));

  private final ApiServer.Person person = API.tenantUser();
  private final PlayedClock clock = API.bean(PlayedClock.class);

  @BeforeEach
  void forget() {
    clock.pass(Duration.ofHours(2));
  }

  private static Answer login(String from, String email, String password) {
    return http(from)
        .post(
            "/api/v1/auth/login",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private static Http http(String from) {
    return API.anonymous().with("X-Forwarded-For", from);
  }

  private void fail(int times, String from, String email) {
    for (int i = 0; i < times; i++) {
      login(from, email, "wrong password");
    }
  }

  @Test
  void after_five_failures_the_next_attempt_waits_and_then_goes_through() {
    fail(4, "192.0.2.1", person.email());
    var fifth = login("192.0.2.1", person.email(), "wrong password");
    var sixth = login("192.0.2.1", person.email(), ApiServer.PASSWORD);
    clock.pass(Duration.ofSeconds(2));
    var later = login("192.0.2.1", person.email(), ApiServer.PASSWORD);

    assertThat(fifth.status()).isEqualTo(401);
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.text("/code")).isEqualTo("rate_limit_exceeded");
    assertThat(sixth.at("/retryable").asBoolean()).isTrue();
    assertThat(sixth.header("Retry-After")).isEqualTo("1");
    assertThat(later.status()).isEqualTo(200);
  }

  @Test
  void each_further_failure_doubles_the_wait_up_to_the_longest() {
    fail(5, "192.0.2.2", person.email());
    long last = 1;
    for (int i = 0; i < 8; i++) {
      clock.pass(Duration.ofSeconds(last + 1));
      login("192.0.2.2", person.email(), "wrong password");
      last = Math.min(60, last * 2);
      assertThat(wait(login("192.0.2.2", person.email(), ApiServer.PASSWORD)))
          .isBetween(last - 1, last);
    }

    clock.pass(Duration.ofSeconds(61));
    assertThat(login("192.0.2.2", person.email(), ApiServer.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void nobody_learns_who_has_an_account_by_being_slowed_down() {
    String nobody = "nobody-" + UUID.randomUUID() + "@example.org";
    fail(5, "192.0.2.3", person.email());
    fail(5, "192.0.2.4", nobody);

    var known = login("192.0.2.3", person.email(), "wrong password");
    var unknown = login("192.0.2.4", nobody, "wrong password");

    assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(429);
    assertThat(unknown.text("/detail")).isEqualTo(known.text("/detail"));
    assertThat(unknown.header("Retry-After")).isEqualTo(known.header("Retry-After"));
  }

  @Test
  void a_stranger_who_guesses_does_not_keep_the_owner_out() {
    fail(12, "192.0.2.5", person.email());

    assertThat(login("192.0.2.6", person.email(), ApiServer.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void letters_and_blanks_of_the_address_make_no_other_account() {
    fail(5, "192.0.2.7", person.email());

    var other = login("192.0.2.7", " " + person.email().toUpperCase(java.util.Locale.ROOT), "x");

    assertThat(other.status()).isEqualTo(429);
  }

  @Test
  void one_address_that_tries_many_accounts_is_slowed_down() {
    for (int i = 0; i < 20; i++) {
      fail(1, "192.0.2.8", "spray-" + i + "@example.org");
    }

    assertThat(login("192.0.2.8", person.email(), ApiServer.PASSWORD).status()).isEqualTo(429);
    assertThat(login("192.0.2.9", person.email(), ApiServer.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void many_addresses_that_try_one_account_are_slowed_down_together() {
    for (int i = 0; i < 20; i++) {
      fail(1, "198.51.100." + i, person.email());
    }

    var next = login("198.51.100.200", person.email(), ApiServer.PASSWORD);

    assertThat(next.status()).isEqualTo(429);
    clock.pass(Duration.ofSeconds(2));
    assertThat(login("198.51.100.200", person.email(), ApiServer.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void everybody_on_this_machine_shares_an_address_that_is_not_held_against_them() {
    for (int i = 0; i < 30; i++) {
      fail(1, "127.0.0.1", "local-" + i + "@example.org");
    }

    assertThat(login("127.0.0.1", person.email(), ApiServer.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void failures_are_forgotten_and_a_success_forgets_them_at_once() {
    fail(4, "192.0.2.10", person.email());
    login("192.0.2.10", person.email(), ApiServer.PASSWORD);
    fail(4, "192.0.2.10", person.email());

    assertThat(login("192.0.2.10", person.email(), ApiServer.PASSWORD).status()).isEqualTo(200);
    fail(5, "192.0.2.10", person.email());
    clock.pass(Duration.ofMinutes(61));
    fail(4, "192.0.2.10", person.email());
    assertThat(login("192.0.2.10", person.email(), ApiServer.PASSWORD).status()).isEqualTo(200);
    API.bean(SignInThrottle.class).purge();
    clock.pass(Duration.ofMinutes(61));
    API.bean(SignInThrottle.class).purge();
    assertThat(API.tables().value("select count(*) from sign_in_failure")).isEqualTo("0");
  }

  @Test
  void guessing_the_present_password_of_an_open_session_is_slowed_down_too() {
    Http his = http("192.0.2.11").with("Authorization", "Bearer " + API.token(person));
    String guess = "{\"current\":\"a guess\",\"new\":\"another password\"}";
    for (int i = 0; i < 5; i++) {
      assertThat(his.put("/api/v1/me/password", guess).status()).isEqualTo(422);
    }

    var sixth = his.put("/api/v1/me/password", guess);

    assertThat(wait(sixth)).isEqualTo(1);
    clock.pass(Duration.ofSeconds(2));
    assertThat(
            his.put("/api/v1/me/password", guess.replace("a guess", ApiServer.PASSWORD)).status())
        .isEqualTo(204);
  }

  private static long wait(Answer refused) {
    assertThat(refused.status()).isEqualTo(429);
    return Long.parseLong(refused.header("Retry-After"));
  }
}
