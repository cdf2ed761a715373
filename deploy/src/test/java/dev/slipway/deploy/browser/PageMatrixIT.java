package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deploy.browser.PanelPage.State;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page, in every state it can be found in, in both colours: it says what it should, and axe
/// finds no barrier on it.
@Tag("browser")
class PageMatrixIT {

  private static final PanelStates STATES = new PanelStates();

  @AfterAll
  static void end() {
    STATES.close();
  }

  @Test
  void every_registered_page_is_in_the_matrix() {
    assertThat(RunningSlipway.shared().routes())
        .containsExactlyInAnyOrderElementsOf(PanelPage.routes().toList());
  }

  static Stream<Arguments> cells() {
    return Stream.of(PanelPage.values())
        .flatMap(page ->
            Stream.of(State.values())
                .flatMap(state ->
                    Stream.of(Colours.values())
                        .map(colours -> Arguments.of(page, state, colours))));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_page_in_this_state_has_no_barrier(PanelPage page, State state, Colours colours) {
    var visit = STATES.show(page, state, colours);

    assertThat(visit.see("html")).hasCSS("color-scheme", colours.cookie());
    visit.picture("matrix-%s-%s-%s".formatted(page, state, colours).toLowerCase(Locale.ROOT));
    assertThat(Axe.violations(visit.page())).isEmpty();
  }
}
