package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class MishapIT {

  private static final String PLANS_AWAY = "alter table plan rename to plan_away";
  private static final String PLANS_BACK = "alter table plan_away rename to plan";
  private static final String AWAY = "Our system is not available";

  private final RunningSlipway slipway = RunningSlipway.shared();

  @ParameterizedTest
  @EnumSource(Screen.class)
  void a_word_typed_while_the_database_is_away_stays_and_is_answered_later(Screen screen) {
    String wanted = ServerNames.fresh("found-later");
    slipway.api(Person.TENANT).orders(wanted, "sim-1");
    slipway.api(Person.TENANT).orders(ServerNames.fresh("another"), "sim-1");
    try (var visit = slipway.visit(Person.TENANT, screen.window()).open("/servers")) {
      var filter = visit.see(".sw-filter input");
      assertThat(names(visit).first()).isVisible();

      slipway.withoutDatabase(() -> {
        filter.fill(wanted);

        assertThat(toast(visit)).containsText(AWAY);
        assertThat(toast(visit)).hasAttribute("role", "alert");
        assertThat(visit.text("No answer since")).isVisible();
        assertThat(names(visit).first()).isVisible();
        assertThat(filter).hasValue(wanted);
        assertThat(filter).isFocused();
        for (var colours : Colours.values()) {
          visit.in(colours).picture("mishap-" + colours.name().toLowerCase(Locale.ROOT));
          assertThat(Axe.violations(visit.page())).isEmpty();
        }
        visit.press("Escape");
        assertThat(toast(visit)).hasCount(0);
        assertThat(filter).isFocused();
      });

      assertThat(names(visit)).hasText(new String[] {wanted});
      assertThat(visit.page()).hasURL(Pattern.compile(".*/servers\\?q=" + wanted));
      assertThat(filter).hasValue(wanted);
      visit.hasNoErrors();
    }
  }

  @Test
  void a_fault_nobody_foresaw_leaves_the_page_and_names_an_id_to_ask_for() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      var filter = visit.see(".sw-filter input");
      assertThat(filter).isVisible();
      slipway.execute(PLANS_AWAY);
      try {
        filter.fill("no-plans");

        assertThat(toast(visit)).containsText(Pattern.compile("Name cor_[0-9a-f]{32} when"));
        assertThat(visit.page().content()).doesNotContain("relation", "Exception", "plan_away");
        assertThat(filter).hasValue("no-plans");
        filter.fill("still-no-plans");
        assertThat(toast(visit)).hasCount(1);
        visit.picture("mishap-unforeseen");
      } finally {
        slipway.execute(PLANS_BACK);
      }
      visit.see(".sw-toast-close").click();
      assertThat(toast(visit)).hasCount(0);
      filter.fill("and-plans-again");
      assertThat(visit.text("No server matches")).isVisible();
      visit.hasNoErrors();
    }
  }

  @Test
  void an_order_sent_while_the_database_is_away_is_kept_and_sent_again() {
    String name = ServerNames.fresh("sent-again");
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      assertThat(visit.see("#order")).isEnabled();
      visit.see(".sw-order-name input").fill(name);
      visit.see(".sw-order-name input").blur();
      assertThat(visit.page()).hasURL(Pattern.compile(".*name=" + name + ".*"));

      slipway.withoutDatabase(() -> {
        visit.see("#order").click();
        assertThat(visit.text("Nothing was done. Try again in a moment.")).isVisible();
        assertThat(visit.see(".sw-order-name input")).hasValue(name);
        visit.picture("mishap-order");
      });
      assertThat(visit.see("#order")).isEnabled();
      visit.see("#order").click();

      assertThat(visit.page()).hasURL(Pattern.compile(".*/actions/act_.*"));
      visit.hasNoErrors();
    }
    assertThat(slipway.api(Person.TENANT).servers(name)).hasSize(1);
  }

  @Test
  void the_palette_says_that_it_cannot_look() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      assertThat(visit.see(".sw-filter")).isVisible();

      slipway.withoutDatabase(() -> {
        visit.press("Control+k");
        visit.see("#palette-words").fill("web");
        assertThat(visit.see(".sw-palette-none"))
            .hasText("Nothing was done. Try again in a moment.");
        assertThat(toast(visit)).hasCount(0);
        visit.picture("mishap-palette");
      });
      visit.see("#palette-words").fill("Order server");

      assertThat(visit.see(".sw-palette-row")).containsText("Order server");
      visit.hasNoErrors();
    }
  }

  private static Locator toast(Visit visit) {
    return visit.page().locator("vaadin-notification-card");
  }

  private static Locator names(Visit visit) {
    return visit.page().locator("a.sw-cell-name:visible");
  }
}
