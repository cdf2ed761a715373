package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void no_page_of_an_order_scrolls_sideways() {
    String action = slipway.api(Person.TENANT).orders("pocket-1", "sim-3");
    try (var visit = slipway.phone(Person.TENANT)) {
      visit.open("/servers");
      assertThat(visit.text("pocket-1")).isVisible();
      fits(visit, "servers");
      visit.open("/servers/new");
      assertThat(visit.page().locator("#order, #order-narrow").last()).isVisible();
      fits(visit, "order");
      visit.open("/actions/" + action);
      assertThat(visit.badge()).hasText("Done");
      fits(visit, "action");
      visit.hasNoErrors();
    }
  }

  private static void fits(Visit visit, String name) {
    visit.picture(name);
    assertThat(visit.overflow()).as(name).isNotPositive();
  }
}
