package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class ServerPagesIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void who_has_no_servers_is_told_how_to_get_one() {
    try (var visit = slipway.visit(Person.NEWCOMER).open("/servers")) {
      assertThat(visit.text("No servers yet")).isVisible();
      assertThat(visit.text("Order server")).isVisible();

      visit.picture("servers-empty");
      visit.hasNoErrors();
    }
  }

  @Test
  void an_order_is_watched_to_its_end_without_loading_the_page_again() {
    String name = ServerNames.fresh("web-frontend");
    slipway.api(Person.OPERATOR).slow("sim-1", 4_000);
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      orderThroughTheForm(visit, name);
      visit.page().evaluate("window.isStillTheSamePage = true");
      assertThat(visit.text(" of 7 done")).hasText(Pattern.compile("[3-6] of 7 done"));
      visit.picture("action-running");

      assertThat(visit.badge()).hasText("Done");
      assertThat(visit.page().evaluate("window.isStillTheSamePage")).isEqualTo(true);
      visit.picture("action-done");

      visit.page().reload();
      assertThat(visit.badge()).hasText("Done");
      assertThat(visit.text("7 of 7 done")).isVisible();
      visit.open("/servers");
      assertThat(visit.text(name)).isVisible();
      visit.picture("servers");
      visit.hasNoErrors();
    }
  }

  private static void orderThroughTheForm(Visit visit, String name) {
    assertThat(visit.see("#order")).isEnabled();
    visit.see(".sw-order-name input").fill(name);
    visit.see(".sw-order-name input").press("Tab");
    visit.picture("order");
    visit.see("#order").click();
    visit.page().waitForURL(Pattern.compile(".*/actions/act_.*"));
  }
}
