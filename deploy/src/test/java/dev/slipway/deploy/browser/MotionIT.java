package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class MotionIT {

  private static final String TURNING = ".sw-steps .sw-glyph.turning";

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void who_asked_for_less_motion_sees_the_ring_stand_still() {
    try (var _ = slipway.api(Person.OPERATOR).slow("sim-1", 6_000);
        var usual = slipway.visit(Person.TENANT);
        var calm = slipway.calmVisit(Person.TENANT)) {
      String action = slipway.api(Person.TENANT).orders(ServerNames.fresh("calm"), "sim-1");
      usual.open("/actions/" + action);
      calm.open("/actions/" + action);

      assertThat(usual.see(TURNING)).hasCSS("animation-name", "sw-turn");
      assertThat(calm.see(TURNING)).hasCSS("animation-name", "none");
      assertThat(calm.badge()).hasText("Running");
      calm.picture("action-calm");
      calm.hasNoErrors();
    }
  }
}
