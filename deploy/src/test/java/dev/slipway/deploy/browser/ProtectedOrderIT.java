package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class ProtectedOrderIT {

  private static final String PLACE = "sim-3";
  private static final String WHY =
      "This server is protected. Lift the protection first, with Edit on the server's page.";

  @RegisterExtension final FullPlace full = new FullPlace(PLACE);

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @ParameterizedTest
  @EnumSource(Screen.class)
  void who_would_cancel_the_order_of_a_protected_server_is_told_what_to_do_first(Screen screen) {
    var name = ServerNames.fresh("kept");
    var order = slipway.api(Person.TENANT).orders(name, PLACE);
    operator.awaits(order, "parked");
    slipway.execute("update server set protected = true where name = '%s'".formatted(name));
    try (var visit = slipway.visit(Person.TENANT, screen.window()).open("/actions/" + order)) {
      visit.see("#abort").click();

      assertThat(visit.text(WHY)).isVisible();
      assertThat(visit.see("#protected-keep")).isFocused();
      for (var colours : Colours.values()) {
        visit.in(colours).picture("protected-" + colours.name().toLowerCase(Locale.ROOT));
        assertThat(Axe.violations(visit.page())).isEmpty();
      }
      assertThat(visit.overflow()).isNotPositive();
      visit.see("#protected-keep").click();
      assertThat(visit.text(WHY)).hasCount(0);
      visit.hasNoErrors();
    }
  }
}
