package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import dev.slipway.deploy.browser.PanelPage.State;
import dev.slipway.ui.shell.Needs;
import dev.slipway.workflows.tenant.Role;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page, in every state it can be found in, for everybody it is made for, in both colours: it
/// says what it should, and axe finds no barrier on it. On a phone it does not scroll sideways.
@Tag("browser")
class PageMatrixIT {

  private static final String FRAME = "vaadin-app-layout #person";

  private static PanelStates states;

  /// Once more for who is tried once more.
  @BeforeAll
  static void begin() {
    states = new PanelStates();
  }

  @AfterAll
  static void end() {
    states.close();
  }

  @Test
  void every_registered_page_is_in_the_matrix() {
    assertThat(RunningSlipway.shared().pages().map(PageMatrixIT::route))
        .containsExactlyInAnyOrderElementsOf(PanelPage.routes().toList());
  }

  @Test
  void every_view_of_an_error_is_in_the_matrix() {
    assertThat(Stream.of(ErrorView.values()).map(ErrorView::className))
        .containsAll(
            RunningSlipway.shared()
                .viewsOf(HasErrorParameter.class)
                .map(Class::getSimpleName)
                .toList());
  }

  @Test
  void a_page_that_some_role_may_not_open_is_shown_to_one_of_that_role() {
    var notForAll =
        RunningSlipway.shared().pages().filter(PageMatrixIT::isNotForAll).map(PageMatrixIT::route);

    assertThat(notForAll)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(PanelPage.values())
                .filter(page -> page.forbidden() == Forbidden.NO_PERMISSION)
                .map(PanelPage::route)
                .toList());
  }

  private static String route(Class<?> page) {
    return page.getAnnotation(Route.class).value();
  }

  private static boolean isNotForAll(Class<?> page) {
    var needs = page.getAnnotation(Needs.class);
    return needs != null
        && !Stream.of(Role.values()).allMatch(role -> role.permissions().contains(needs.value()));
  }

  static Stream<Arguments> cells() {
    return statesAndReaders()
        .map(Arguments::get)
        .flatMap(cell ->
            Stream.of(Colours.values())
                .map(colours -> Arguments.of(cell[0], cell[1], cell[2], colours)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_page_in_this_state_has_no_barrier(
      PanelPage page, State state, Reader reader, Colours colours) {
    if (page.tells(state)) {
      assertThat(states.words(page)).doesNotContain(page.says(state, reader));
    }
    var visit = states.show(page, state, reader, Screen.DESK, colours);

    assertThat(visit.page().locator(FRAME)).hasCount(reader.person() == null ? 0 : 1);
    isWithoutBarrier(visit, colours, "%s-%s-%s".formatted(page, state, reader));
    if (reader != Reader.OPERATOR) {
      tellsNothingOfTheProvider(visit);
    }
  }

  /// Nothing of it is in the page, shown or not.
  private static void tellsNothingOfTheProvider(Visit visit) {
    assertThat(visit.page().content())
        .doesNotContain(states.externalIds())
        .doesNotContain("dev.slipway.", "java.lang.");
    assertThat(visit.see("body").innerText()).doesNotContainIgnoringCase("simulator");
  }

  static Stream<Arguments> statesAndReaders() {
    return Stream.of(PanelPage.values())
        .flatMap(page ->
            Stream.of(State.values())
                .flatMap(state ->
                    page.readers(state).stream().map(reader -> Arguments.of(page, state, reader))));
  }

  @ParameterizedTest
  @MethodSource("statesAndReaders")
  void a_page_in_this_state_fits_a_phone(PanelPage page, State state, Reader reader) {
    var visit = states.show(page, state, reader, Screen.PHONE, Colours.DARK);

    isWithoutBarrier(visit, Colours.DARK, "%s-%s-%s".formatted(page, state, reader));
    fits(visit);
  }

  private static void fits(Visit visit) {
    assertThat(visit.overflow()).isNotPositive();
    assertThat(visit.hardToTouch()).isEmpty();
  }

  static Stream<Arguments> errors() {
    return Stream.of(ErrorView.values())
        .flatMap(error ->
            Stream.of(Screen.values())
                .flatMap(screen ->
                    Stream.of(Colours.values())
                        .map(colours -> Arguments.of(error, screen, colours))));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void an_error_has_no_barrier(ErrorView error, Screen screen, Colours colours) {
    var visit = states.show(error, screen, colours);

    assertThat(visit.page().locator(FRAME)).hasCount(error.isFramed() ? 1 : 0);
    isWithoutBarrier(visit, colours, "error-" + error);
    if (screen == Screen.PHONE) {
      fits(visit);
    } else {
      assertThat(visit.overflow()).isNotPositive();
    }
  }

  private static void isWithoutBarrier(Visit visit, Colours colours, String name) {
    assertThat(visit.see("html")).hasCSS("color-scheme", colours.cookie());
    visit.picture("matrix-%s-%s".formatted(name, colours).toLowerCase(Locale.ROOT));
    assertThat(Axe.violations(visit.page())).isEmpty();
  }
}
