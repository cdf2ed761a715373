package dev.slipway.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.slipway.ui.shell.PanelTest;
import org.junit.jupiter.api.Test;

class DoorkeeperTest extends PanelTest {
  @Test
  void who_is_not_signed_in_is_led_to_the_sign_in_page_with_what_he_asked_for() {
    open("actions?state=waiting");

    var location = UI.getCurrent().getActiveViewLocation();
    assertThat(location.getPath()).isEqualTo("login");
    assertThat(location.getQueryParameters().getSingleParameter("to"))
        .contains("actions?state=waiting");
  }

  @Test
  void an_unknown_page_tells_a_stranger_nothing() {
    open("no-such-page");

    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("login");
  }

  @Test
  void a_tenant_user_reads_that_an_operators_page_is_not_his_without_names_of_permissions() {
    signIn(behind().tenantUser());

    open("engine");

    assertThat(page())
        .contains("You may not open this page")
        .contains("It is for the people who run the platform.");
    assertThat(page()).doesNotContain("engine.view", "Look again");
    test(find(Button.class).withText("Go to the dashboard").single()).click();
    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEmpty();
  }

  @Test
  void an_unknown_page_says_that_there_is_nothing() {
    signIn(behind().tenantUser());

    open("no-such-page");

    assertThat(page()).contains("There is nothing here");
  }

  @Test
  void the_sidebar_holds_only_pages_one_may_open() {
    signIn(behind().tenantUser());

    open("servers");

    assertThat(page()).contains("Actions").doesNotContain("Simulator").doesNotContain("Temporal");
  }

  @Test
  void an_operator_finds_every_page_in_the_sidebar() {
    signIn(behind().operator());

    open("servers");

    assertThat(page()).contains("Needs attention", "Actions", "Servers", "Simulator", "Temporal");
  }
}
