package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The repair that needs nothing of ours to be up but the worker.
@Tag("browser")
class TemporalWebUiIT {

  private static final String PLACE = "sim-3";
  private static final String FILTER = "SlipwayAttention%20IS%20NOT%20NULL";

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @AfterEach
  void clear() {
    operator.clearFaults(PLACE);
  }

  @Test
  void a_stopped_order_is_found_and_retried_in_temporals_own_pages() {
    operator.failEveryMachine(PLACE, "capacity");
    String action = slipway.api(Person.TENANT).orders(ServerNames.fresh("mail-relay"), PLACE);
    operator.awaits(action, "parked");
    operator.clearFaults(PLACE);
    try (var visit = slipway.visit()) {
      visit.open(operator.temporalWebUi() + "/namespaces/default/workflows?query=" + FILTER);
      var link =
          visit.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(action)).first();
      assertThat(link).isVisible();
      visit.picture("temporal-attention");
      link.click();

      send(visit, "retry", "{\"parking\":1,\"reason\":\"There is room again.\"}");
    }
    var repaired = operator.awaits(action, "succeeded");
    assertThat(repaired.path("parking").isNull()).isTrue();
  }

  private static void send(Visit visit, String update, String argument) {
    var page = visit.page();
    visit.see("[aria-controls=workflow-actions]:visible").click();
    page.locator("[role=menuitem]:visible")
        .filter(new FilterOptions().setHasText("Send an Update"))
        .click();
    visit.see("[data-testid=update-select-button]:visible").click();
    page.locator("[role=option]:visible")
        .filter(new FilterOptions().setHasText(Pattern.compile("^\\s*" + update + "\\s*$")))
        .click();
    var input = page.locator(".cm-content[contenteditable=true]:visible").last();
    input.fill(argument);
    visit.see("input#update-id:visible").focus();
    assertThat(input.locator(".cm-line")).hasCount(4);
    visit.picture("temporal-update");
    visit.see("[data-testid=confirm-modal-button]:visible").click();
    assertThat(visit.see("[data-testid=update-select-button]:visible")).hasCount(0);
  }
}
