package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasClassOptions;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class LostConnectionIT {

  private static final String LOST = "The connection is lost and is tried again.";
  private static final String LOOKS = "**/health/live";
  private static final String SAID = "v-status-message active";
  private static final HasClassOptions WITHIN = new HasClassOptions().setTimeout(15_000);

  private final RunningSlipway slipway = RunningSlipway.shared();

  @ParameterizedTest
  @EnumSource(Screen.class)
  void a_lost_connection_is_said_within_seconds_until_it_is_back(Screen screen) {
    try (var visit = slipway.visit(Person.TENANT, screen.window()).open("/servers")) {
      var filter = visit.see(".sw-filter input");
      var said = visit.page().locator(".v-status-message");
      assertThat(said).not().hasClass(SAID);

      visit.page().context().setOffline(true);

      assertThat(said).hasClass(SAID, WITHIN);
      // it is longer there than Vaadin's own two seconds
      visit.page().waitForTimeout(3_000);
      assertThat(said.innerText()).contains(LOST);
      assertThat(said.boundingBox().height).isGreaterThan(30);
      for (var colours : Colours.values()) {
        visit.in(colours).picture("lost-connection-" + colours.name().toLowerCase(Locale.ROOT));
        assertThat(Axe.violations(visit.page())).isEmpty();
      }

      visit.page().context().setOffline(false);

      assertThat(said).not().hasClass(SAID, WITHIN);
      filter.fill("any");
      assertThat(visit.text("No server")).isVisible();
    }
  }

  @Test
  void a_server_that_only_a_proxy_knows_to_be_gone_is_missed_too() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      var said = visit.page().locator(".v-status-message");
      visit.page().route(LOOKS, route -> route.fulfill(new FulfillOptions().setStatus(502)));

      assertThat(said).hasClass(SAID, WITHIN);

      visit.page().unroute(LOOKS);
      assertThat(said).not().hasClass(SAID, WITHIN);
    }
  }

  @Test
  void one_look_in_vain_says_nothing() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      var looks = new AtomicInteger();
      visit.page().route(LOOKS, route -> answerAllButTheFirst(looks, route));

      visit.page().waitForCondition(() -> looks.get() > 2);

      assertThat(visit.page().locator(".v-status-message")).not().hasClass(SAID);
    }
  }

  private static void answerAllButTheFirst(AtomicInteger looks, Route route) {
    if (looks.incrementAndGet() == 1) {
      route.abort();
    } else {
      route.resume();
    }
  }
}
