package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;

/// Temporal's own pages of one workflow, in a window that shows them.
final class TemporalPages {

  private static final String PARKED = "/namespaces/default/workflows?query=";
  private static final String FILTER = "SlipwayAttention%20IS%20NOT%20NULL";
  private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(10_000);

  private final Visit visit;

  TemporalPages(Visit visit) {
    this.visit = visit;
  }

  /// Finds a workflow among those that need attention, and opens it. The list lags a moment behind.
  ///
  /// @param webUi where Temporal's pages are
  static TemporalPages ofParked(Visit visit, String webUi, String workflow) {
    var name = new GetByRoleOptions().setName(workflow);
    var link = visit.page().getByRole(AriaRole.LINK, name).first();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInSameThread()
        .untilAsserted(() -> {
          visit.open(webUi + PARKED + FILTER);
          assertThat(link).isVisible(SOON);
        });
    visit.picture("temporal-attention");
    link.click();
    return new TemporalPages(visit);
  }

  /// The id of the workflow.
  Locator workflow() {
    return visit.see("[data-testid=workflow-id-heading]");
  }

  /// What the history says of the activity of a step.
  ///
  /// @param step its label
  Locator scheduled(String step) {
    visit.see("[data-testid=history-tab]").click();
    return visit
        .page()
        .getByTestId("event-summary-row")
        .filter(new FilterOptions().setHasText("Activity Task Scheduled"))
        .filter(new FilterOptions().setHasText(step));
  }

  /// Opens what was told about the workflow.
  TemporalPages metadata() {
    visit.see("[data-testid=user-metadata-tab]").click();
    return this;
  }

  /// One of the texts there, each of which has a frame of its own.
  Locator told(String heading) {
    return visit
        .see("xpath=//h3[normalize-space()='" + heading + "']/following::iframe[1]")
        .contentFrame()
        .locator("main");
  }

  /// Chooses an Update, fills its argument in and sends it.
  void send(String update, String argument) {
    visit.see("[aria-controls=workflow-actions]:visible").click();
    visit.see("[data-testid=update-button]:visible").click();
    visit.see("[data-testid=update-select-button]:visible").click();
    visit
        .page()
        .locator("[role=option]:visible")
        .filter(new FilterOptions().setHasText(Pattern.compile("^\\s*" + update + "\\s*$")))
        .click();
    fill(argument);
    visit.picture("temporal-" + update);
    visit.see("[data-testid=confirm-modal-button]:visible").click();
    assertThat(visit.see("[data-testid=update-select-button]:visible")).hasCount(0);
  }

  /// The editor takes what was written once it has lost the focus, and sets it out by then.
  private void fill(String argument) {
    var input = visit.page().locator(".cm-content[contenteditable=true]:visible").last();
    input.fill(argument);
    visit.see("input#update-id:visible").focus();
    assertThat(input.locator(".cm-line").first()).hasText("{");
  }
}
