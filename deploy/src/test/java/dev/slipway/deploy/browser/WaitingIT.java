package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("browser")
class WaitingIT {

  private static final String PLACE = "sim-3";

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @AfterEach
  void clear() {
    operator.clearFaults(PLACE);
  }

  @ParameterizedTest
  @CsvSource({
    "rate_limited, rate limit, We continue in a moment.",
    "outage, to answer, The location does not answer; we go on soon."
  })
  void a_wait_says_once_what_it_waits_for_and_ends_by_itself(
      String fault, String operatorReads, String tenantReads) {
    operator.failEveryMachine(PLACE, fault);
    String action = slipway.api(Person.TENANT).orders(ServerNames.fresh("wait"), PLACE);
    operator.awaits(action, "waiting");
    try (var mine = slipway.visit(Person.TENANT).open("/actions/" + action);
        var theirs = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      assertThat(mine.see("#step-create-machine")).containsText(tenantReads);
      assertThat(mine.see("#step-create-machine")).containsText("Next look in");
      assertThat(mine.badge()).hasText("Waiting");
      assertThat(mine.page().locator("main").getByText(tenantReads)).hasCount(1);
      mine.picture("action-waiting-tenant-" + fault);
      assertThat(theirs.see("#step-create-machine")).containsText(operatorReads);
      theirs.picture("action-waiting-operator-" + fault);

      operator.clearFaults(PLACE);

      assertThat(mine.badge()).hasText("Done");
      assertThat(theirs.badge()).hasText("Done");
      mine.hasNoErrors();
      theirs.hasNoErrors();
    }
  }
}
