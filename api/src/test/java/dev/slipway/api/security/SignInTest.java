package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.Http.Answer;
import dev.slipway.api.PlayedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Http http = api.anonymous();

  private Answer login(String email, String password) {
    return http.post(
        "/api/v1/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private Answer refresh(String token) {
    return http.post("/api/v1/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
  }

  private String refreshToken() {
    return login(person.email(), ApiServer.PASSWORD).text("/refresh_token");
  }

  @Test
  void the_right_password_gives_tokens_that_open_the_api() {
    var answer = login(person.email().toUpperCase(java.util.Locale.ROOT), ApiServer.PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/token_type")).isEqualTo("Bearer");
    assertThat(answer.at("/expires_in").asInt()).isEqualTo(900);
    var me = http.with("Authorization", "Bearer " + answer.text("/access_token")).get("/api/v1/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("/user/email")).isEqualTo(person.email());
    assertThat(me.text("/user/role")).isEqualTo("tenant_user");
    assertThat(me.text("/user/tenant_id")).isEqualTo(person.tenant().value());
    assertThat(me.text("/user/last_login_at")).endsWith("Z");
    assertThat(me.text("/tenant/id")).isEqualTo(person.tenant().value());
    assertThat(me.at("/permissions").toString()).contains("servers.manage");
  }

  @Test
  void nobody_learns_who_has_an_account() {
    var wrong = login(person.email(), "wrong password");
    var unknown = login("nobody@example.org", "wrong password");

    assertThat(List.of(wrong.status(), unknown.status())).containsOnly(401);
    assertThat(wrong.text("/code")).isEqualTo("unauthenticated");
    assertThat(wrong.text("/detail")).isEqualTo(unknown.text("/detail"));
  }

  @Test
  void what_is_left_out_is_pointed_at() {
    var answer = http.post("/api/v1/auth/login", "{\"email\":\"\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors")).hasSize(2);
  }

  @Test
  void a_refresh_token_is_traded_for_new_tokens() {
    var answer = refresh(refreshToken());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(
            http.with("Authorization", "Bearer " + answer.text("/access_token"))
                .get("/api/v1/me")
                .status())
        .isEqualTo(200);
    assertThat(refresh(answer.text("/refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void the_token_before_works_once_more_for_a_moment() {
    String first = refreshToken();
    refresh(first);

    var again = refresh(first);

    assertThat(again.status()).isEqualTo(200);
    assertThat(refresh(first).status()).isEqualTo(401);
    assertThat(refresh(again.text("/refresh_token")).status()).isEqualTo(401);
  }

  @Test
  void the_late_use_of_an_old_token_ends_its_family() {
    String first = refreshToken();
    String second = refresh(first).text("/refresh_token");
    api.bean(PlayedClock.class).pass(Duration.ofSeconds(31));

    var late = refresh(first);

    assertThat(late.status()).isEqualTo(401);
    assertThat(refresh(second).status()).isEqualTo(401);
  }

  @Test
  void an_unknown_refresh_token_is_refused() {
    assertThat(refresh("slr_made_up").status()).isEqualTo(401);
    assertThat(refresh("").status()).isEqualTo(422);
  }

  @Test
  void logging_out_ends_the_session() {
    var tokens = login(person.email(), ApiServer.PASSWORD);

    var bearer = http.with("Authorization", "Bearer " + tokens.text("/access_token"));
    assertThat(bearer.send("POST", "/api/v1/auth/logout", null).status()).isEqualTo(204);

    assertThat(refresh(tokens.text("/refresh_token")).status()).isEqualTo(401);
    String other = refreshToken();
    assertThat(http.post("/api/v1/auth/logout", "{\"refresh_token\":\"" + other + "\"}").status())
        .isEqualTo(204);
    assertThat(refresh(other).status()).isEqualTo(401);
  }

  @Test
  void a_password_is_changed_by_who_knows_it() {
    Http mine = api.as(person);

    assertThat(
            mine.put("/api/v1/me/password", "{\"current\":\"no\",\"new\":\"twelve letters\"}")
                .text("/errors/0/pointer"))
        .isEqualTo("/current");
    var nothing = mine.put("/api/v1/me/password", "{}");
    assertThat(nothing.text("/errors/0/pointer")).isEqualTo("/current");
    assertThat(nothing.text("/errors/1/pointer")).isEqualTo("/new");
    for (String poor : List.of("short", " ".repeat(12))) {
      assertThat(
              mine.put(
                      "/api/v1/me/password",
                      "{\"current\":\"" + ApiServer.PASSWORD + "\",\"new\":\"" + poor + "\"}")
                  .text("/errors/0/pointer"))
          .isEqualTo("/new");
    }
    assertThat(
            mine.put(
                    "/api/v1/me/password",
                    "{\"current\":\"" + ApiServer.PASSWORD + "\",\"new\":\"another password\"}")
                .status())
        .isEqualTo(204);
    assertThat(login(person.email(), "another password").status()).isEqualTo(200);
    assertThat(login(person.email(), ApiServer.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void a_changed_password_ends_the_other_sessions_and_keeps_the_present_one() {
    var here = login(person.email(), ApiServer.PASSWORD);
    String elsewhere = refreshToken();
    String panel = api.bean(Sessions.class).open(api.admission(person));
    String somebodyElses = api.bean(Sessions.class).open(api.admission(api.tenantUser()));

    var changed =
        http.with("Authorization", "Bearer " + here.text("/access_token"))
            .put(
                "/api/v1/me/password",
                "{\"current\":\"" + ApiServer.PASSWORD + "\",\"new\":\"another password\"}");

    assertThat(changed.status()).isEqualTo(204);
    assertThat(refresh(elsewhere).status()).isEqualTo(401);
    assertThat(api.bean(Sessions.class).isOpen(panel)).isFalse();
    assertThat(api.bean(Sessions.class).isOpen(somebodyElses)).isTrue();
    assertThat(refresh(here.text("/refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void a_refused_change_ends_nothing() {
    String elsewhere = refreshToken();

    var refused =
        api.as(person)
            .put("/api/v1/me/password", "{\"current\":\"no\",\"new\":\"another password\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refresh(elsewhere).status()).isEqualTo(200);
  }

  @Test
  void expired_sessions_are_forgotten() {
    var own = ApiServer.with(Map.of());
    own.bean(Sessions.class).open(own.admission(own.tenantUser()));
    assertThat(own.bean(Sessions.class).purge()).isZero();

    own.bean(PlayedClock.class).pass(Duration.ofDays(31));

    assertThat(own.bean(Sessions.class).purge()).isEqualTo(1);
  }
}
