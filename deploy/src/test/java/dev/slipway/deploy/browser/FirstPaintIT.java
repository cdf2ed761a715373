package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class FirstPaintIT {

  private static final String START = ".sw-start";

  private final RunningSlipway slipway = RunningSlipway.shared();

  @ParameterizedTest
  @EnumSource(Colours.class)
  void a_page_that_is_on_its_way_shows_its_frame_in_the_colours_that_were_chosen(Colours colours) {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      assertThat(visit.see("#person")).isVisible();
      assertThat(visit.see(START)).isHidden();

      visit.prefers(colours).beforeItIsDrawn().open("/servers");

      assertThat(visit.text("Opening the page")).isVisible();
      assertThat(visit.see(".sw-start-side")).isVisible();
      assertThat(visit.see("html")).hasCSS("color-scheme", colours.cookie());
      assertThat(visit.see(START)).hasCSS("opacity", "1");
      visit.picture("first-paint-" + colours.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void who_has_not_signed_in_sees_no_frame() {
    try (var visit = slipway.visit().beforeItIsDrawn().open("/")) {
      assertThat(visit.text("Opening the page")).isVisible();
      assertThat(visit.page().locator(".sw-start-side")).hasCount(0);
    }
  }
}
