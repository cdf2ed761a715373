package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The story and the repair that need nothing of ours to be up but the worker.
@Tag("browser")
class TemporalWebUiIT {

  private static final String PLACE = "sim-3";

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @AfterEach
  void clear() {
    operator.clearFaults(PLACE);
  }

  @Test
  void a_stopped_order_is_found_and_retried_in_temporals_own_pages() {
    String action = stoppedOrder(ServerNames.fresh("mail-relay"));
    try (var visit = slipway.visit()) {
      var temporal = TemporalPages.ofParked(visit, operator.temporalWebUi(), action);
      temporal.send("retry", "{\"parking\":1,\"reason\":\"There is room again.\"}");
    }
    var repaired = operator.awaits(action, "succeeded");
    assertThat(repaired.path("parking").isNull()).isTrue();
  }

  @Test
  void the_panel_leads_to_the_same_story_in_temporals_pages_and_they_lead_back() {
    String name = ServerNames.fresh("mail-store");
    String action = stoppedOrder(name);
    try (var panel = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      var opened = panel.follow(panel.see("a:has-text('Open in Temporal')"));
      var temporal = new TemporalPages(opened);
      assertThat(temporal.workflow()).containsText(action);
      assertThat(temporal.scheduled("Create the machine")).isVisible();

      temporal.metadata();
      assertThat(temporal.told("Summary")).hasText("Create " + name);
      assertThat(temporal.told("Details")).containsText(action);
      assertThat(temporal.told("Current Details"))
          .containsText("Needs attention (parking 1) at Create the machine: No room");
      assertThat(temporal.told("Current Details"))
          .containsText("abort with {\"parking\": 1, \"reason\": \"…\"}");
      opened.picture("temporal-story");

      var back = opened.follow(temporal.told("Details").getByRole(AriaRole.LINK));
      assertThat(back.see("main h1")).hasText("Create " + name);
      assertThat(back.page()).hasURL(slipway.address() + "/actions/" + action);
      back.see("#command-retry").click();
      assertThat(back.badge()).hasText("Done");
      back.hasNoErrors();
      panel.hasNoErrors();
    }
  }

  @Test
  void a_stopped_order_is_taken_back_in_temporals_own_pages_and_nothing_is_left() {
    String action = stoppedOrder(ServerNames.fresh("mail-filter"));
    try (var panel = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      var opened = panel.follow(panel.see("a:has-text('Open in Temporal')"));
      var temporal = new TemporalPages(opened);
      temporal.send("abort", "{\"parking\":1,\"reason\":\"The customer took it back.\"}");

      assertThat(panel.badge()).hasText("Aborted");
      assertThat(panel.text("temporal-ui (unverified): abort")).containsText("took it back.");
      assertThat(temporal.scheduled("Release the addresses")).isVisible();
      assertThat(temporal.metadata().told("Current Details")).containsText("Aborted: every step");
      panel.hasNoErrors();
    }
    var undone = operator.awaits(action, "aborted");
    assertThat(undone.path("residual")).isEmpty();
    var server = operator.get("/servers/" + undone.path("resource").path("id").asText());
    assertThat(server.at("/server/status").asText()).isEqualTo("destroyed");
    assertThat(operator.addresses(PLACE, action))
        .isNotEmpty()
        .allMatch(address -> address.hasNonNull("released_at"));
  }

  private String stoppedOrder(String name) {
    operator.failEveryMachine(PLACE, "capacity");
    String action = slipway.api(Person.TENANT).orders(name, PLACE);
    operator.awaits(action, "parked");
    operator.clearFaults(PLACE);
    return action;
  }
}
