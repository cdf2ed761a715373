package dev.slipway.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.ui.shell.SignedIn;
import org.junit.jupiter.api.Test;

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
  void leads_on_who_is_signed_in_already() {
    signIn(person);

    open("login?to=actions");

    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("actions");
  }

  private void enter(String email, String password) {
    test(only(EmailField.class)).setValue(email);
    test(only(PasswordField.class)).setValue(password);
    test(only(Button.class)).click();
  }
}
