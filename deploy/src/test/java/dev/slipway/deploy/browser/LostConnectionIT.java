package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class LostConnectionIT {

  private static final String LOST = "The connection is lost and is tried again.";
  private static final double WITHIN = 15_000;

  private final RunningSlipway slipway = RunningSlipway.shared();

  @ParameterizedTest
  @EnumSource(Screen.class)
  void a_lost_connection_is_said_within_seconds_until_it_is_back(Screen screen) {
    try (var visit = slipway.visit(Person.TENANT, screen.window()).open("/servers")) {
      var filter = visit.see(".sw-filter input");
      var said = visit.page().locator(".v-status-message");
      assertThat(said).not().hasClass("v-status-message active");

      visit.page().context().setOffline(true);

      assertThat(said)
          .hasClass(
              "v-status-message active",
              new LocatorAssertions.HasClassOptions().setTimeout(WITHIN));
      // it is longer there than Vaadin's own two seconds
      visit.page().waitForTimeout(3_000);
      assertThat(said.innerText()).contains(LOST);
      assertThat(said.boundingBox().height).isGreaterThan(30);
      for (var colours : Colours.values()) {
        visit.in(colours).picture("lost-connection-" + colours.name().toLowerCase(Locale.ROOT));
        assertThat(Axe.violations(visit.page())).isEmpty();
      }

      visit.page().context().setOffline(false);

      assertThat(said)
          .not()
          .hasClass(
              "v-status-message active",
              new LocatorAssertions.HasClassOptions().setTimeout(WITHIN));
      filter.fill("any");
      assertThat(visit.text("No server")).isVisible();
    }
  }
}
