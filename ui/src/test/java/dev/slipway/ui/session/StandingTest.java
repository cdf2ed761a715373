package dev.slipway.ui.session;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.MovableClock;
import dev.slipway.api.ApiServer;
import dev.slipway.api.security.PasswordChange;
import dev.slipway.api.security.Sessions;
import dev.slipway.ui.shell.PanelBeans;
import dev.slipway.ui.shell.live.Outages;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Duration ALMOST = Standing.BELIEVED.minusMillis(1);

  private final ApiServer behind = PanelBeans.behind();
  private final ApiServer.Person person = behind.tenantUser();
  private final Sessions sessions = behind.bean(Sessions.class);
  private final String family = sessions.open(behind.admission(person));
  private final MovableClock clock = new MovableClock(NOON);
  private final Outages outages = new Outages(clock);
  private final Standing standing = new Standing(family, sessions, clock, outages);

  @Test
  void a_sign_in_that_another_process_ended_is_believed_for_five_seconds_more() {
    assertThat(standing.isEnded()).isFalse();
    endElsewhere();

    clock.pass(ALMOST);
    assertThat(standing.isEnded()).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(standing.isEnded()).isTrue();
    assertThat(standing.isEnded()).isTrue();
  }

  @Test
  void the_tables_are_asked_again_after_each_five_seconds() {
    assertThat(standing.isEnded()).isFalse();
    clock.pass(Standing.BELIEVED);
    assertThat(standing.isEnded()).isFalse();
    endElsewhere();

    clock.pass(ALMOST);
    assertThat(standing.isEnded()).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(standing.isEnded()).isTrue();
  }

  @Test
  void a_password_changed_in_this_process_ends_it_at_once_and_keeps_where_it_was_changed() {
    var here = sessions.open(behind.admission(person));
    var present = new Standing(here, sessions, clock, outages);
    assertThat(standing.isEnded()).isFalse();
    assertThat(present.isEnded()).isFalse();

    behind
        .bean(PasswordChange.class)
        .change(
            new PasswordChange.Wish(person.user(), here, ""),
            ApiServer.PASSWORD,
            "another long password");

    assertThat(standing.isEnded()).isTrue();
    assertThat(present.isEnded()).isFalse();
  }

  @Test
  void who_signs_out_in_this_process_is_out_at_once() {
    assertThat(standing.isEnded()).isFalse();

    sessions.endFamily(family);

    assertThat(standing.isEnded()).isTrue();
  }

  /// As another process would.
  private void endElsewhere() {
    behind.tables().run("delete from refresh_token where family = '%s'".formatted(family));
  }
}
