package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class SlowPageIT {

  private static final String READ_BY_THE_LIST = "server";

  /// Writes down when the frame is busy and when no more, from the moment a link is followed.
  private static final String TAKE_TIMES =
      """
      () => {
        window.times = [];
        document.addEventListener('click', () => times.push(performance.now()),
          { once: true, capture: true });
        new MutationObserver(() => times.push(performance.now()))
          .observe(document.querySelector('.sw-frame'), { attributeFilter: ['aria-busy'] });
      }
      """;

  private static final String LINK_ON_THE_PAGE =
      """
      () => {
        const link = document.createElement('a');
        link.id = 'same-page';
        link.href = 'servers?state=off';
        link.textContent = 'Servers that are off';
        document.querySelector('main').append(link);
      }
      """;

  private final RunningSlipway slipway = RunningSlipway.shared();

  @ParameterizedTest
  @EnumSource(Screen.class)
  void a_page_that_takes_its_time_is_waited_for_in_its_place(Screen screen) {
    try (var visit = slipway.visit(Person.TENANT, screen.window()).open("/ssh-keys")) {
      assertThat(visit.see("main h1")).hasText("SSH keys");
      slipway.whileLocked(
          READ_BY_THE_LIST,
          () -> {
            link(visit).dispatchEvent("click");

            assertThat(shape(visit)).isVisible();
            assertThat(visit.see(".sw-frame")).hasAttribute("aria-busy", "true");
            assertThat(visit.see("[role=status]:has-text('Loading the page')")).hasCount(1);
            assertThat(visit.see("main h1")).isHidden();
            for (var colours : Colours.values()) {
              visit
                  .in(colours)
                  .pictureOfWaiting("awaited-" + colours.name().toLowerCase(Locale.ROOT));
              assertThat(Axe.violations(visit.page())).isEmpty();
            }
            assertThat(visit.overflow()).isNotPositive();
          });

      assertThat(visit.see(".sw-list")).isVisible();
      assertThat(shape(visit)).isHidden();
      assertThat(visit.see(".sw-frame")).hasAttribute("aria-busy", "false");
      assertThat(visit.see(".sw-awaited [role=status]")).hasText("");
      visit.hasNoErrors();
    }
  }

  @Test
  void nothing_is_announced_that_comes_at_once_and_what_is_can_be_seen() {
    try (var visit = slipway.visit(Person.TENANT).open("/ssh-keys")) {
      assertThat(visit.see("main h1")).hasText("SSH keys");
      visit.page().evaluate(TAKE_TIMES);
      slipway.whileLocked(
          READ_BY_THE_LIST,
          () -> {
            link(visit).dispatchEvent("click");
            assertThat(shape(visit)).isVisible();
          });
      assertThat(visit.see(".sw-list")).isVisible();
      assertThat(shape(visit)).isHidden();

      var times = times(visit);
      assertThat(times).as("followed, announced, there").hasSize(3);
      assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(149);
      assertThat(times.get(2) - times.get(1)).isGreaterThanOrEqualTo(299);
    }
  }

  @Test
  void who_stays_on_the_page_after_all_stays_where_he_was_on_it() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      assertThat(visit.see(".sw-filter")).isVisible();
      visit.page().evaluate(LINK_ON_THE_PAGE);
      slipway.whileLocked(
          READ_BY_THE_LIST,
          () -> {
            visit.see("#same-page").focus();
            visit.press("Enter");
            assertThat(shape(visit)).isVisible();
            assertThat(visit.see("#same-page")).isHidden();
          });

      assertThat(visit.page()).hasURL(Pattern.compile(".*/servers\\?state=off"));
      assertThat(visit.see("#same-page")).isFocused();
      visit.hasNoErrors();
    }
  }

  @Test
  void who_asked_for_less_motion_waits_for_what_stands_still() {
    try (var visit = slipway.calmVisit(Person.TENANT).open("/ssh-keys")) {
      assertThat(visit.see("main h1")).hasText("SSH keys");
      slipway.whileLocked(
          READ_BY_THE_LIST,
          () -> {
            link(visit).dispatchEvent("click");

            assertThat(shape(visit)).isVisible();
            assertThat(visit.see(".sw-bone")).hasCSS("animation-name", "none");
          });
      assertThat(visit.see(".sw-list")).isVisible();
    }
  }

  private static Locator link(Visit visit) {
    return visit.see("vaadin-side-nav-item[path='servers'] a");
  }

  private static Locator shape(Visit visit) {
    return visit.see(".sw-awaited-shape");
  }

  private static List<Double> times(Visit visit) {
    return ((List<?>) visit.page().evaluate("times"))
        .stream().map(Number.class::cast).map(Number::doubleValue).toList();
  }
}
