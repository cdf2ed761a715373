package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByLabelOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("browser")
class RepairIT {

  private static final String PLACE = "sim-2";

  @RegisterExtension final FullPlace full = new FullPlace(PLACE);

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @Test
  void an_operator_lets_a_stopped_order_go_on() {
    String action = stoppedOrder("shop-database");
    try (var visit = slipway.visit(Person.OPERATOR).open("/attention")) {
      var order = visit.see(".sw-cause a:has-text('shop-database')");
      assertThat(order).isVisible();
      visit.picture("attention");
      order.click();
      assertThat(visit.see("#command-retry")).isEnabled();
      visit.picture("action-parked-operator");

      operator.clearFaults(PLACE);
      visit.see("#command-retry").click();

      assertThat(visit.badge()).hasText("Done");
      operator.awaits(action, "succeeded");
      visit.hasNoErrors();
    }
  }

  @Test
  void a_tenant_reads_of_a_delay_and_nothing_of_what_is_behind_it() {
    String action = stoppedOrder("shop-cache");
    var provider =
        operator.get("/actions/" + action).path("action").path("error").path("message").asText();
    try (var visit = slipway.visit(Person.TENANT).open("/actions/" + action)) {
      assertThat(visit.badge()).hasText("Delayed");
      assertThat(visit.text("You do not need to do anything")).isVisible();
      assertThat(visit.see("#command-retry")).hasCount(0);
      visit.picture("action-delayed-tenant");

      var page = visit.see("body").innerText();
      assertThat(page)
          .doesNotContainIgnoringCase("simulator")
          .doesNotContain(operator.externalIds(action));
      assertThat(provider).isNotBlank();
      assertThat(page).doesNotContain(provider);
      visit.hasNoErrors();
    }
    operator.clearFaults(PLACE);
  }

  @Test
  void an_operator_takes_an_order_back_and_says_why() {
    String action = stoppedOrder("shop-search");
    try (var visit = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      visit.see("#command-abort").click();
      visit
          .page()
          .getByLabel("Reason", new GetByLabelOptions().setExact(true))
          .fill("The customer took it back.");
      visit.picture("abort");
      visit.see("#confirm").click();

      assertThat(visit.badge()).hasText("Aborted");
      assertThat(visit.text("The customer took it back.")).isVisible();
      visit.picture("action-aborted");
      visit.hasNoErrors();
    }
    var undone = operator.awaits(action, "aborted");
    assertThat(undone.path("residual")).isEmpty();
  }

  private String stoppedOrder(String name) {
    String action = slipway.api(Person.TENANT).orders(name, PLACE);
    operator.awaits(action, "parked");
    return action;
  }
}
