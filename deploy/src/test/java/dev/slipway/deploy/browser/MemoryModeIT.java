package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class MemoryModeIT {

  @Test
  void what_the_engine_in_memory_cannot_do_is_said() {
    try (var slipway = RunningSlipway.inMemory();
        var visit = slipway.visit(Person.OPERATOR).open("/engine")) {
      assertThat(visit.text("In memory; running actions start over after a crash")).isVisible();
      assertThat(visit.text("No Web UI: use this panel or the API")).isVisible();
      assertThat(visit.text("No visibility: actions are listed by this panel only")).isVisible();
      assertThat(visit.text("No schedules. Slipway does its periodic work itself")).isVisible();
      assertThat(visit.text("No reset: retry and abort still work")).isVisible();
      assertThat(visit.text("SlipwayAttention IS NOT NULL")).hasCount(0);
      visit.picture("engine-memory");

      String action = slipway.api(Person.TENANT).orders("in-memory", "sim-1");
      visit.open("/actions/" + action);
      assertThat(visit.badge()).hasText("Done");
      var none = visit.text("Temporal has no Web UI here");
      assertThat(none).isVisible();
      assertThat(none)
          .hasCSS(
              "color", (String) none.evaluate("it => getComputedStyle(it.parentElement).color"));
      visit.picture("action-memory");
      visit.hasNoErrors();
    }
  }
}
