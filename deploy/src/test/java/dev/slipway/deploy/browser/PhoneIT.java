package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class PhoneIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void no_page_of_an_order_scrolls_sideways() {
    String name = ServerNames.fresh("pocket");
    String action = slipway.api(Person.TENANT).orders(name, "sim-3");
    try (var visit = slipway.phone(Person.TENANT)) {
      visit.open("/servers");
      assertThat(visit.text(name)).isVisible();
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

  @Test
  void an_order_that_lacks_something_says_what_and_leads_there() {
    try (var visit = slipway.phone(Person.TENANT)) {
      visit.open("/servers/new?plan=gone&network=none");
      assertThat(visit.see("#order-open-narrow"))
          .hasText("Still open: Plan, Network and access, Name and review");
      fits(visit, "order-open");
      visit.see("#order-narrow").click();
      leadsTo(visit, ".order-plan vaadin-radio-button");
      visit.see(".order-plan vaadin-radio-button").click();
      assertThat(visit.see("#order-open-narrow")).not().containsText("Plan");
      visit.see("#order-narrow").click();
      leadsTo(visit, ".sw-networks vaadin-checkbox");
      visit.see(".sw-networks vaadin-checkbox").click();
      assertThat(visit.see("#order-open-narrow")).hasText("Still open: Name and review");
      visit.see("#order-narrow").click();
      leadsTo(visit, ".sw-order-name");
      assertThat(visit.text("Give the server a name.")).isVisible();
      fits(visit, "order-led");
      visit.hasNoErrors();
    }
  }

  private static void leadsTo(Visit visit, String field) {
    assertThat(visit.see(field + ":focus-within")).isInViewport();
  }

  @Test
  void an_order_at_work_fits() {
    try (var _ = slipway.api(Person.OPERATOR).slow("sim-1", 4_000);
        var visit = slipway.phone(Person.TENANT)) {
      String action = slipway.api(Person.TENANT).orders(ServerNames.fresh("pocket"), "sim-1");
      visit.open("/actions/" + action);
      assertThat(visit.badge()).hasText("Running");
      fits(visit, "action-running");
      visit.hasNoErrors();
    }
  }

  @Test
  void what_needs_attention_fits() {
    var operator = slipway.api(Person.OPERATOR);
    operator.failEveryMachine("sim-3", "capacity");
    String name = ServerNames.fresh("pocket");
    String action = slipway.api(Person.TENANT).orders(name, "sim-3");
    operator.awaits(action, "parked");
    operator.clearFaults("sim-3");
    try (var visit = slipway.phone(Person.OPERATOR).open("/attention")) {
      assertThat(visit.see(".sw-cause a:has-text('" + name + "')")).isVisible();
      fits(visit, "attention");
      visit.open("/actions/" + action);
      assertThat(visit.see("#command-retry")).isVisible();
      fits(visit, "action-parked");
      visit.see("#command-retry").click();
      assertThat(visit.badge()).hasText("Done");
      visit.hasNoErrors();
    }
  }

  private static void fits(Visit visit, String name) {
    visit.picture(name);
    assertThat(visit.overflow()).as(name).isNotPositive();
  }
}
