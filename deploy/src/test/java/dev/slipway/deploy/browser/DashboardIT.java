package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class DashboardIT {
  private static final String PLACE = "sim-2";

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi tenant = slipway.api(Person.TENANT);
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @Test
  void signing_in_leads_to_how_everything_stands() {
    var name = ServerNames.fresh("dash");
    operator.awaits(tenant.orders(name, "sim-3"), "succeeded");
    try (var visit = slipway.visit().open("/")) {
      visit.enter(Person.TENANT.email(), Person.TENANT.password());
      assertThat(visit.see("#order-server")).isVisible();
      assertThat(visit.see("main h1")).containsText("fine");
      assertThat(visit.see(".sw-story a:has-text('Create " + name + "')")).isVisible();
      visit.picture("dashboard");
      visit.see(".sw-story a.sw-cell-name[href^='servers/']:has-text('" + name + "')").click();
      visit.arrives(Pattern.compile(".*/servers/srv_.*"));
      assertThat(visit.text("Queue for this server")).isVisible();
      visit.press("g").press("d");
      assertThat(visit.see("#order-server")).isVisible();
      visit.hasNoErrors();
    }
  }

  @Test
  void an_order_that_stops_shows_by_itself() {
    var name = ServerNames.fresh("dash-stop");
    try (var visit = slipway.visit(Person.TENANT).open("/");
        var desk = slipway.visit(Person.OPERATOR).open("/")) {
      assertThat(visit.see("#order-server")).isVisible();
      operator.failEveryMachine(PLACE, "capacity");
      var action = tenant.orders(name, PLACE);
      operator.awaits(action, "parked");
      operator.clearFaults(PLACE);
      assertThat(visit.see(".sw-col:first-child .sw-story a:has-text('" + name + "')")).isVisible();
      assertThat(visit.see("main h1")).containsText(Pattern.compile("of \\d+ servers"));
      visit.picture("dashboard-delayed");
      assertThat(desk.text("No room for this size")).isVisible();
      assertThat(desk.see("main h1")).containsText("open");
      desk.picture("dashboard-operator");
      assertThat(Axe.violations(desk.page())).isEmpty();
      desk.see("a:has-text('No room for this size')").click();
      assertThat(desk.page()).hasURL(Pattern.compile(".*/attention\\?cause=capacity$"));
      visit.hasNoErrors();
      desk.hasNoErrors();
    }
  }

  @Test
  void it_fits_a_phone() {
    tenant.orders(ServerNames.fresh("dash-pocket"), "sim-3");
    try (var visit = slipway.phone(Person.TENANT).open("/");
        var desk = slipway.phone(Person.OPERATOR).open("/")) {
      assertThat(visit.text("Recent activity")).isVisible();
      visit.picture("dashboard");
      assertThat(visit.overflow()).isNotPositive();
      assertThat(desk.text("Open decisions")).isVisible();
      desk.picture("dashboard-operator");
      assertThat(desk.overflow()).isNotPositive();
      visit.hasNoErrors();
    }
  }
}
