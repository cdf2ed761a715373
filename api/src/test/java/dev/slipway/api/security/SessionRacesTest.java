package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.api.ApiServer;
import dev.slipway.api.PlayedClock;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.session.RefreshTokens;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/// What two do at once to the sessions of one person. The first has done its work and not yet
/// committed it when the second comes, which the database then makes wait.
class SessionRacesTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Sessions sessions = api.bean(Sessions.class);
  private final RefreshTokens kept = api.bean(RefreshTokens.class);
  private final String token = signIn();
  private final String family = kept.lock(Tokens.hash(token)).orElseThrow().family();

  private String signIn() {
    return api.anonymous()
        .post(
            "/api/v1/auth/login",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), ApiServer.PASSWORD))
        .text("/refresh_token");
  }

  private void change(String next) {
    api.bean(PasswordChange.class)
        .change(new PasswordChange.Wish(person.user(), null, ""), ApiServer.PASSWORD, next);
  }

  private String sessionsLeft() {
    return api.tables()
        .value(
            "select count(*) from refresh_token where user_id = '%s'"
                .formatted(person.user().id().value()));
  }

  /// Runs the one while the other has not committed yet.
  ///
  /// @param rest what the first does once the second waits
  private void race(Runnable first, Runnable second, Runnable rest) {
    var race =
        api.bean(Transactions.class)
            .in(
                Scope.PLATFORM,
                () -> {
                  first.run();
                  var other = CompletableFuture.runAsync(second);
                  await().until(() -> other.isDone() || isSomebodyWaiting());
                  rest.run();
                  return other;
                });
    race.join();
  }

  private void race(Runnable first, Runnable second) {
    race(first, second, () -> {});
  }

  private boolean isSomebodyWaiting() {
    return !api.tables()
        .value(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """)
        .equals("0");
  }

  @Test
  void who_signs_out_while_the_session_goes_on_is_out() {
    race(() -> sessions.refresh(token), () -> sessions.endFamily(family));

    assertThat(kept.isAlive(family)).isFalse();
  }

  @Test
  void a_theft_noticed_while_the_session_goes_on_ends_it() {
    String next = sessions.refresh(token).refresh();
    api.bean(PlayedClock.class).pass(Duration.ofSeconds(31));

    assertThatThrownBy(() -> race(() -> sessions.refresh(next), () -> sessions.refresh(token)))
        .hasCauseInstanceOf(ProblemException.class);

    assertThat(kept.isAlive(family)).isFalse();
  }

  @Test
  void a_password_changed_while_another_session_goes_on_ends_it() {
    race(() -> sessions.refresh(token), () -> change("another password"));

    assertThat(kept.isAlive(family)).isFalse();
  }

  @Test
  void a_change_of_the_password_and_a_refresh_do_not_wait_for_each_other() {
    assertThatCode(() ->
            race(
                () -> kept.lock(Tokens.hash(token)),
                () -> change("another password"),
                () -> sessions.refresh(token)))
        .doesNotThrowAnyException();

    assertThat(kept.isAlive(family)).isFalse();
  }

  @Test
  void of_two_who_change_the_password_at_once_the_second_is_wrong_about_the_present_one() {
    assertThatThrownBy(
            () -> race(() -> change("the first password"), () -> change("the second password")))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.errors())
                    .singleElement()
                    .matches(error ->
                        error.pointer().equals("/current") && error.code().equals("mismatch")));

    assertThat(api.bean(Credentials.class).check(person.email(), "the first password")).isPresent();
  }

  @Test
  void who_told_the_password_before_it_was_changed_begins_no_session_after() {
    Admission early = api.admission(person);

    assertThatThrownBy(() -> race(() -> change("another password"), () -> sessions.open(early)))
        .hasCauseInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> sessions.begin(early))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.type()).isEqualTo(ProblemType.UNAUTHENTICATED));

    assertThat(sessionsLeft()).isEqualTo("0");
  }

  @Test
  void a_session_begun_while_the_password_is_changed_ends_with_the_change() {
    Admission early = api.admission(person);

    race(() -> sessions.begin(early), () -> change("another password"));

    assertThat(kept.isAlive(family)).isFalse();
    assertThat(sessionsLeft()).isEqualTo("0");
  }
}
