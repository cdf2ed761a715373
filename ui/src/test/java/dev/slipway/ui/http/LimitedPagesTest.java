package dev.slipway.ui.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.PlayedClock;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.PageLimits;
import dev.slipway.api.server.OrderFixtures;
import dev.slipway.api.server.ServerService;
import dev.slipway.api.simulator.SimulatorService;
import dev.slipway.api.sshkey.SshKeyService;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.ui.sshkey.SshKeyChanges;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.sshkey.SshKey;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What pages say to who has used up his requests, and that they do nothing more for him.
class LimitedPagesTest extends PanelTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2 me";
  private static final String OTHER_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILt6xDYNdrXrMIvkPgHqUe3hA2TFj5kRvJ9mF8i1q3Zc you";
  private static final String REFUSED = "Too many requests. Try again in ";

  private final PageLimits limits = behind().bean(PageLimits.class);
  private final ApiServer.Person person = behind().tenantUser();

  private static void exhaust(Runnable request) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> {
          for (int i = 0; i < 10_000; i++) {
            request.run();
          }
        });
  }

  private void exhaust(ApiServer.Person somebody) {
    exhaust(() -> limits.change(callerOf(somebody)));
  }

  @Test
  void an_order_is_not_placed() {
    signIn(person);
    open("servers/new");
    test(only(TextField.class)).setValue(OrderFixtures.aName());
    exhaust(person);

    press("order");

    assertThat(page()).contains(REFUSED);
    assertThat(
            behind()
                .bean(ServerService.class)
                .list(callerOf(person), ServerFilter.ALL, PageRequest.FIRST)
                .items())
        .isEmpty();
  }

  @Test
  void a_command_is_not_given() {
    var action = order(person).action().id().value();
    tables().park(action, "create-machine", "capacity");
    var operator = behind().operator();
    signIn(operator);
    open("actions/" + action);
    exhaust(operator);

    press("command-retry");

    eventually(() -> assertThat(page()).contains(REFUSED));
    assertThat(behind().engine().given(action)).isEmpty();
  }

  @Test
  void a_password_is_not_changed() {
    signIn(person);
    open("account");
    exhaust(person);

    find(PasswordField.class)
        .all()
        .forEach(field ->
            test(field)
                .setValue(
                    field.getId().orElse("").endsWith("current")
                        ? ApiServer.PASSWORD
                        : "another long password"));
    press("password-change");

    assertThat(page()).contains(REFUSED);
    assertThat(behind().admission(person).caller()).isEqualTo(callerOf(person));
  }

  @Test
  void nobody_is_let_in() {
    open("login");
    var address = UI.getCurrent().getSession().getBrowser().getAddress();
    exhaust(() -> limits.signIn(Objects.requireNonNullElse(address, "")));
    try {
      test(only(EmailField.class)).setValue(person.email());
      test(only(PasswordField.class)).setValue(ApiServer.PASSWORD);
      test(only(Button.class)).click();

      assertThat(page()).contains(REFUSED);
      assertThat(behind().bean(SignedIn.class).find()).isEmpty();
    } finally {
      behind().bean(PlayedClock.class).pass(Duration.ofHours(1));
    }
  }

  @Test
  void no_key_is_added_or_removed() {
    var keys = behind().bean(SshKeyService.class);
    keys.create(callerOf(person), "kept", KEY);
    signIn(person);
    open("ssh-keys");
    exhaust(person);

    press("ssh-key-add");
    test(find(TextArea.class).single()).setValue(OTHER_KEY);
    test(find(TextField.class).single()).setValue("another");
    press("ssh-key-store");

    assertThat(page()).contains(REFUSED);
    assertThat(keys.list(callerOf(person), PageRequest.FIRST).items())
        .extracting(SshKey::name)
        .containsExactly("kept");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() ->
            behind()
                .bean(SshKeyChanges.class)
                .create(callerOf(person), "from the order form", OTHER_KEY));
  }

  @Test
  void a_simulator_keeps_its_faults() {
    var operator = behind().operator();
    signIn(operator);
    open("simulator?location=sim-1");
    exhaust(operator);

    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> press("fault-add"));
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> press("timing-save"));

    assertThat(behind().bean(SimulatorService.class).faults(callerOf(operator), "sim-1")).isEmpty();
  }

  @Test
  void a_worker_is_not_drained() {
    tables()
        .run(
            """
            insert into worker (id, build, queues, status, last_seen_at)
            values ('worker-limited', '1.2.3', '{slipway-test}', 'online', now() + interval '2 days')
            """);
    try {
      var operator = behind().operator();
      signIn(operator);
      open("workers");
      exhaust(operator);

      test(find(Button.class).withText("Drain").all().getFirst()).click();
      press("drain-confirm");

      assertThat(page()).contains(REFUSED);
      assertThat(tables().value("select status from worker where id = 'worker-limited'"))
          .isEqualTo("online");
    } finally {
      tables().run("delete from worker");
    }
  }

  @Test
  void many_at_once_count_as_many() {
    var caller = callerOf(behind().operator());
    var other = callerOf(behind().operator());
    limits.changes(caller, 3_000);

    assertThatCode(() -> limits.changes(caller, 2_000)).doesNotThrowAnyException();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> limits.changes(caller, 1_500));
    assertThatCode(() -> limits.changes(other, 50_000))
        .as("a full bucket is enough for any")
        .doesNotThrowAnyException();
  }
}
