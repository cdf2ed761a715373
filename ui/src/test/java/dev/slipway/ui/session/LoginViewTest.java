package dev.slipway.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.PanelTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginViewTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();

  @Test
  void lets_in_who_knows_the_password() {
    open("login");

    enter(person.email(), ApiServer.PASSWORD);

    assertThat(behind().bean(SignedIn.class).profile().user().email()).isEqualTo(person.email());
  }

  @Test
  void says_the_same_of_a_wrong_password_and_an_unknown_address() {
    open("login");

    enter(person.email(), "wrong");
    var wrongPassword = page();
    enter("nobody@example.org", "wrong");

    assertThat(wrongPassword).contains("The email address or the password is wrong.");
    assertThat(page()).contains("The email address or the password is wrong.");
    assertThat(behind().bean(SignedIn.class).find()).isEmpty();
    assertThat(only(PasswordField.class).getValue()).isEmpty();
    assertThat(only(Button.class).isEnabled()).isTrue();
  }

  @Test
  void an_address_that_cannot_be_kept_is_nobodys() {
    open("login?to=%00");

    enter("nobody\0@example.org", "wrong");

    assertThat(page()).contains("The email address or the password is wrong.");
  }

  @Test
  void leads_on_who_is_signed_in_already() {
    signIn(person);

    open("login?to=actions");

    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("actions");
  }

  @ParameterizedTest
  @CsvSource({
    "begun, You were signed out because nothing was done here for a while",
    "ended, You were signed out because the password of this account was changed elsewhere",
    "left, You signed out in another tab"
  })
  void says_why_one_has_to_sign_in_again(String kept, String why) {
    lastVisitWas(kept);

    open("login?to=servers/new");

    assertThat(page()).contains(why, "Signing in leads back to the page you were on.");
  }

  @Test
  void says_nothing_of_a_last_visit_to_who_came_by_himself() {
    lastVisitWas("left");

    open("login");

    assertThat(page()).doesNotContain("You signed out");
  }

  @Test
  void says_nothing_of_a_last_visit_where_there_was_none() {
    open("login?to=servers");

    assertThat(page()).doesNotContain("signed out", "Signing in leads back");
  }

  private static void lastVisitWas(String kept) {
    var request = (MockRequest) VaadinServletRequest.getCurrent().getRequest();
    request.addCookie(new Cookie("slipway_visit", kept));
  }

  private void enter(String email, String password) {
    test(only(EmailField.class)).setValue(email);
    test(only(PasswordField.class)).setValue(password);
    test(only(Button.class)).click();
  }
}
