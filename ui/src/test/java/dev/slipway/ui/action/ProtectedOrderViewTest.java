package dev.slipway.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.PanelTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProtectedOrderViewTest extends PanelTest {
  private final ApiServer.Person tenant = behind().tenantUser();
  private String action = "";

  @BeforeEach
  void orderAndProtect() {
    var placed = order(tenant);
    action = placed.action().id().value();
    tables()
        .run(
            "update server set protected = true where id = '%s'"
                .formatted(placed.server().id().value()));
  }

  private void open(ApiServer.Person person) {
    signIn(person);
    open("actions/" + action);
  }

  @Test
  void an_order_whose_server_is_protected_says_so_instead_of_being_cancelled() {
    tables().run(action, "reserve-capacity");
    open(tenant);

    press("abort");

    assertThat(find(Dialog.class).single().getElement().getTextRecursively())
        .contains("This server is protected. Lift the protection first");
    assertThat(find(Button.class).withId("confirm").all()).isEmpty();
    assertThat(tables().value("select abort_reason from action where id = '" + action + "'"))
        .isEqualTo("null");
  }

  @Test
  void an_operator_reads_that_protection_holds_an_abort_back() {
    tables().park(action, "create-machine", "capacity");

    open(behind().operator());

    assertThat(page()).contains("Not offered: the server is protected.");
    assertThat(find(Button.class).withId("command-abort").single().isEnabled()).isFalse();
    assertThat(find(Button.class).withId("command-retry").single().isEnabled()).isTrue();
  }
}
