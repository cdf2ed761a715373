package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The list of servers as somebody likes it.
@Tag("browser")
class ServerLookIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void columns_and_rows_are_chosen_and_the_browser_keeps_the_choice() {
    String name = ServerNames.fresh("look");
    slipway.api(Person.TENANT).orders(name, "sim-1");
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      assertThat(column(visit, "Plan")).isVisible();
      visit.see("#columns").click();
      assertThat(visit.labelled("Plan")).isChecked();
      visit.picture("servers-columns");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.labelled("Plan").uncheck();
      assertThat(column(visit, "Plan")).isHidden();
      visit.press("Escape");
      visit.see("#pager-rows").click();
      visit.see("vaadin-select-item:has-text('25 rows')").click();
      visit.arrives(Pattern.compile(".*/servers\\?per_page=25"));

      visit.open("/servers");

      assertThat(visit.text(name)).isVisible();
      assertThat(visit.see("#pager-rows")).containsText("25 rows");
      assertThat(column(visit, "Image")).isVisible();
      assertThat(column(visit, "Plan")).isHidden();
      visit.picture("servers-look");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.hasNoErrors();
    }
  }

  @Test
  void servers_are_cards_or_larger_rows_as_one_likes() {
    String name = ServerNames.fresh("look");
    slipway.api(Person.TENANT).orders(name, "sim-1");
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      visit.see("#form-cards").click();
      assertThat(visit.see(".sw-card a:has-text('" + name + "')")).isVisible();
      assertThat(visit.see("vaadin-grid")).isHidden();

      visit.page().reload();

      assertThat(visit.see(".sw-card a:has-text('" + name + "')")).isVisible();
      assertThat(visit.see("#form-cards")).hasAttribute("aria-pressed", "true");
      visit.picture("servers-cards");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.page().setViewportSize(1440, 220);
      assertThat(cutCards(visit)).as("more cards than fit scroll").isZero();
      visit.page().setViewportSize(1440, 900);
      visit.see("#form-regular").click();
      assertThat(visit.see("vaadin-grid:not([theme~=compact])")).isVisible();
      visit.picture("servers-regular");
      visit.page().setViewportSize(1024, 768);
      assertThat(column(visit, "Image")).isHidden();
      assertThat(visit.text("Failed")).isInViewport();
      visit.picture("servers-narrower");
      assertThat(visit.overflow()).isNotPositive();
      visit.hasNoErrors();
    }
  }

  private static Locator column(Visit visit, String name) {
    return visit.see("vaadin-grid-cell-content:text-is('" + name + "')");
  }

  private static int cutCards(Visit visit) {
    var cut =
        visit
            .see(".sw-card")
            .evaluateAll(
                "cards => cards.filter(card => card.scrollHeight > card.clientHeight).length");
    return ((Number) cut).intValue();
  }
}
