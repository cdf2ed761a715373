package dev.slipway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.PlayedClock;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.PageLimits;
import dev.slipway.api.security.SignIn;
import dev.slipway.api.server.OrderFixtures;
import dev.slipway.api.server.ServerService;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.ServerFilter;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What pages say to who has used up his requests, and that they do nothing more for him.
class LimitedPagesTest extends PanelTest {
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
    assertThat(behind().bean(SignIn.class).authenticate(person.email(), ApiServer.PASSWORD))
        .isEqualTo(callerOf(person));
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
}
