package dev.slipway.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.flow.component.textfield.PasswordField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.security.SignIn;
import dev.slipway.ui.shell.PanelTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountViewTest extends PanelTest {
  private static final String NEXT = "another long password";

  private final ApiServer.Person person = behind().tenantUser();

  @BeforeEach
  void enter() {
    signIn(person);
    open("account");
  }

  @Test
  void says_who_one_is() {
    assertThat(page()).contains(person.email(), "Tenant user", "Present password", "Colours");
  }

  @Test
  void a_changed_password_is_the_one_that_lets_in() {
    fill(ApiServer.PASSWORD, NEXT, NEXT);

    assertThat(page()).contains("The password is changed.");
    assertThat(field("next").getValue()).isEmpty();
    assertThatCode(() -> behind().bean(SignIn.class).authenticate(person.email(), NEXT))
        .doesNotThrowAnyException();
  }

  @Test
  void a_wrong_present_password_is_refused_at_its_field() {
    fill("not the password", NEXT, NEXT);

    assertThat(field("current").getErrorMessage()).isEqualTo("The present password is wrong.");
    assertThat(page()).doesNotContain("The password is changed.");
  }

  @Test
  void a_short_one_is_refused_at_its_field() {
    fill(ApiServer.PASSWORD, "short", "short");

    assertThat(field("next").getErrorMessage()).contains("12 to 256");
    assertThat(field("current").isInvalid()).isFalse();
  }

  @Test
  void two_that_differ_are_never_sent() {
    fill(ApiServer.PASSWORD, NEXT, NEXT + "!");

    assertThat(field("again").getErrorMessage()).isEqualTo("The two are not the same.");
    assertThatCode(
            () -> behind().bean(SignIn.class).authenticate(person.email(), ApiServer.PASSWORD))
        .doesNotThrowAnyException();
  }

  private void fill(String current, String next, String again) {
    test(field("current")).setValue(current);
    test(field("next")).setValue(next);
    test(field("again")).setValue(again);
    press("password-change");
  }

  private PasswordField field(String id) {
    return find(PasswordField.class).withId("password-" + id).single();
  }
}
