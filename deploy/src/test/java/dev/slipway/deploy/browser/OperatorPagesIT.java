package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
class OperatorPagesIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void a_fault_is_switched_on_and_off() {
    try (var visit = slipway.visit(Person.OPERATOR).open("/simulator?location=sim-3")) {
      assertThat(visit.text("Nothing goes wrong.")).isVisible();

      visit.see("#fault-add").click();
      assertThat(visit.see(".sw-faults li")).containsText("on create_machine");
      assertThat(visit.text("Machines ever made")).isVisible();
      assertThat(visit.text("Addresses ever allocated")).isVisible();
      visit.picture("simulator");
      visit.see("#fault-clear").click();

      assertThat(visit.text("Nothing goes wrong.")).isVisible();
      visit.hasNoErrors();
    }
  }

  @Test
  void a_worker_is_drained_only_after_one_was_warned() {
    try (var visit = slipway.visit(Person.OPERATOR).open("/workers")) {
      assertThat(visit.see(".sw-workers")).containsText("Online");
      assertThat(visit.see(".sw-queues")).containsText("due");
      visit.picture("workers");
      visit.button("Drain").click();
      assertThat(visit.text("No other worker is online.")).isVisible();
      assertThat(visit.button("Keep it working")).isFocused();
      visit.picture("workers-drain");
      visit.press("Enter");
      assertThat(visit.page().locator("#drain-confirm")).hasCount(0);
      assertThat(visit.see(".sw-workers")).containsText("Online");
      visit.hasNoErrors();
    }
    try (var visit = slipway.phone(Person.OPERATOR).open("/workers")) {
      assertThat(visit.see(".sw-workers")).containsText("Online");
      visit.picture("workers");
      org.assertj.core.api.Assertions.assertThat(visit.overflow()).isNotPositive();
    }
  }

  @Test
  void the_way_to_temporals_own_pages_is_shown() {
    var webUi = slipway.api(Person.OPERATOR).temporalWebUi();
    try (var visit = slipway.visit(Person.OPERATOR).open("/engine")) {
      assertThat(visit.see("a[href='" + webUi + "']")).isVisible();
      assertThat(visit.text("SlipwayAttention IS NOT NULL")).isVisible();
      assertThat(visit.page().locator(".sw-capabilities li"))
          .containsText(new String[] {"Web UI", "Visibility", "Schedules", "Reset"});
      assertThat(visit.see(".sw-capabilities")).not().containsText("No ");
      visit.picture("engine");
      visit.hasNoErrors();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"attention", "simulator", "workers", "engine"})
  void a_tenant_may_not_open_what_is_for_operators(String path) {
    try (var visit = slipway.visit(Person.TENANT).open("/" + path)) {
      assertThat(visit.see("main h1")).hasText("You may not open this page");
      visit.picture("forbidden-" + path);
    }
  }
}
