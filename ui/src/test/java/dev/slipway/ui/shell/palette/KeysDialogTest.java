package dev.slipway.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import dev.slipway.api.ApiServer.Person;
import dev.slipway.ui.shell.PanelTest;
import org.junit.jupiter.api.Test;

class KeysDialogTest extends PanelTest {
  @Test
  void a_tenant_is_offered_no_key_for_rows_that_he_cannot_choose() {
    assertThat(keysOf(behind().tenantUser())).contains("Next row").doesNotContain("Choose the row");
  }

  @Test
  void an_operator_is_offered_the_key_that_chooses_a_row() {
    assertThat(keysOf(behind().operator())).contains("Next row", "Choose the row");
  }

  private String keysOf(Person person) {
    signIn(person);
    open("servers");
    test(find(NativeButton.class).withId("keys").single()).click();
    return only(KeysDialog.class).getElement().getTextRecursively();
  }
}
