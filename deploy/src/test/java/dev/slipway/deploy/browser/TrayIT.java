package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class TrayIT {

  private static final String BUSY = "sim-1";
  private static final String FULL = "sim-2";

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi tenant = slipway.api(Person.TENANT);
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @AfterEach
  void clear() {
    operator.quick(BUSY);
    operator.clearFaults(FULL);
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void the_tray_shows_what_has_not_ended_and_stays_where_one_is_in_it(Screen screen) {
    operator.failEveryMachine(FULL, "capacity");
    operator.awaits(tenant.orders(ServerNames.fresh("tray-late"), FULL), "parked");
    var _ = operator.slow(BUSY, 20_000);
    var name = ServerNames.fresh("tray-busy");
    operator.awaits(tenant.orders(name, BUSY), "running");
    try (var visit = slipway.visit(Person.TENANT, screen.window()).open("/servers")) {
      visit.see("#tray").click();
      assertThat(item(visit, name)).isVisible();
      assertThat(visit.see(".sw-tray")).containsText("Our team is on it");
      for (var colours : Colours.values()) {
        visit.in(colours).picture("tray-items-" + colours.name().toLowerCase(Locale.ROOT));
      }
      assertThat(visit.overflow()).isNotPositive();
      item(visit, name).focus();

      var next = ServerNames.fresh("tray-next");
      tenant.orders(next, BUSY);

      assertThat(item(visit, next)).isVisible();
      assertThat(item(visit, name)).isFocused();
      visit.press("Enter");
      assertThat(visit.see("main h1")).hasText("Create " + name);
      visit.hasNoErrors();
    }
  }

  private static Locator item(Visit visit, String name) {
    return visit.page().locator(".sw-tray a:has-text('Create " + name + "')");
  }
}
