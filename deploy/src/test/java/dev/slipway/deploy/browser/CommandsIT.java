package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class CommandsIT {

  private static final String PLACE = "sim-2";
  private static final String ELSEWHERE = "sim-3";

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @AfterEach
  void clear() {
    operator.clearFaults(PLACE);
  }

  @Test
  void a_machine_made_by_hand_takes_the_place_of_one_that_cannot_be_made() {
    operator.failEveryMachine(PLACE, "capacity");
    String action = stopped("adopt-me");
    String machine = slipway.madeByHand(PLACE, "adopt-me");
    try (var visit = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      visit.see("#command-adopt").click();
      visit.see("#confirm").click();
      assertThat(visit.text("Type the provider's id of it.")).isVisible();
      visit.labelled("External id").fill(machine);
      visit.labelled("Reason").fill("Made by hand on a spare host.");
      visit.picture("adopt");
      visit.see("#confirm").click();

      assertThat(visit.badge()).hasText("Done");
      assertThat(visit.see("#step-create-machine")).containsText(machine);
      assertThat(visit.text("Made by hand on a spare host.")).isVisible();
      visit.picture("action-adopted");
      visit.hasNoErrors();
    }
  }

  @Test
  void a_check_is_skipped_with_a_reason() {
    operator.failEvery(PLACE, "verify", "invalid");
    String action = stopped("skip-me");
    try (var visit = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      visit.see("#command-skip").click();
      visit.labelled("Reason").fill("It answers, its firewall refuses the check.");
      visit.picture("skip");
      visit.see("#confirm").click();

      assertThat(visit.badge()).hasText("Done");
      assertThat(visit.see("#step-verify-machine")).containsText("An operator skipped it");
      visit.picture("action-skipped");
      visit.hasNoErrors();
    }
  }

  @Test
  void an_order_goes_on_in_another_place() {
    operator.failEvery(PLACE, "reserve", "capacity");
    String name = ServerNames.fresh("move-me");
    String action = stopped(name);
    try (var visit = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      visit.see("#command-retry_with").click();
      visit.see(".sw-edit vaadin-select").click();
      visit.picture("edit");
      visit.see("vaadin-select-item:has-text('" + ELSEWHERE + "')").click();
      visit.see("#edit-send").click();

      assertThat(visit.badge()).hasText("Done");
      visit.picture("action-edited");
      visit.hasNoErrors();
    }
    assertThat(operator.servers(name).path(0).path("location").asText()).isEqualTo(ELSEWHERE);
  }

  @Test
  void a_parked_undo_is_seen_by_both_and_repaired() {
    operator.failEvery(PLACE, "verify", "invalid");
    String action = stopped("undo-me");
    operator.failEvery(PLACE, "delete_machine", "permission");
    try (var visit = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      visit.see("#command-abort").click();
      visit.labelled("Reason").fill("Not wanted any more.");
      visit.see("#confirm").click();
      assertThat(visit.see("#step-create-machine")).containsText("undo parked");
      assertThat(visit.see("#command-adopt")).isDisabled();
      assertThat(visit.see("#command-skip")).isEnabled();
      visit.picture("action-undo-parked");
      assertTenantReadsOfADelay(action);
      operator.clearFaults(PLACE);
      visit.see("#command-retry").click();

      assertThat(visit.badge()).hasText("Aborted");
      visit.hasNoErrors();
    }
    assertThat(operator.awaits(action, "aborted").path("residual")).isEmpty();
  }

  private void assertTenantReadsOfADelay(String action) {
    try (var visit = slipway.visit(Person.TENANT).open("/actions/" + action)) {
      assertThat(visit.text("Cancelling takes longer than usual")).isVisible();
      assertThat(visit.see("#step-create-machine")).containsText("We are looking at it ourselves.");
      visit.picture("action-undo-delayed-tenant");
      visit.hasNoErrors();
    }
  }

  private String stopped(String name) {
    String action = slipway.api(Person.TENANT).orders(name, PLACE);
    operator.awaits(action, "parked");
    return action;
  }
}
