package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every key that the panel lists, pressed. One that is listed and not here fails.
@Tag("browser")
class EveryKeyIT {

  private static final Path GUIDE = Path.of("..", "docs", "tenant", "find.md");

  private static final String ROW = ".sw-cause li a";
  private static final String DIALOG = "vaadin-dialog[opened] .sw-facts";

  private final RunningSlipway slipway = RunningSlipway.shared();

  /// What is done by a key on a page with rows that can be chosen.
  enum ListedKey {
    PALETTE(
        "Ctrl K",
        visit -> {
          visit.press("Control+k");
          assertThat(visit.see("#palette-words")).isFocused();
        }),
    FILTER(
        "/",
        visit -> {
          visit.open("/servers");
          assertThat(visit.see(".sw-filter input")).isVisible();
          visit.press("/");
          assertThat(visit.see(".sw-filter input")).isFocused();
        }),
    DOWN(
        "j",
        visit -> {
          visit.press("j");
          assertThat(visit.page().locator(ROW).first()).isFocused();
        }),
    UP(
        "k",
        visit -> {
          visit.press("k");
          assertThat(visit.page().locator(ROW).last()).isFocused();
        }),
    CHOOSE(
        "x",
        visit -> {
          visit.press("j").press("x");
          assertThat(visit.see(".sw-cause li vaadin-checkbox input")).isChecked();
          visit.press("x");
          assertThat(visit.see(".sw-cause li vaadin-checkbox input")).not().isChecked();
        }),
    OPEN(
        "Enter",
        visit -> {
          visit.press("j").press("Enter");
          visit.arrives(Pattern.compile(".*/actions/act_.*"));
        }),
    CLOSE(
        "Esc",
        visit -> {
          visit.see("#keys").click();
          assertThat(visit.see(DIALOG)).isVisible();
          visit.press("Escape");
          assertThat(visit.page().locator(DIALOG)).hasCount(0);
        }),
    HELP(
        "?",
        visit -> {
          visit.press("?");
          assertThat(visit.see(DIALOG)).isVisible();
        });

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
    private final Consumer<Visit> press;

    ListedKey(String words, Consumer<Visit> press) {
      this.words = words;
      this.press = press;
    }
  }

  @BeforeAll
  static void park() {
    var slipway = RunningSlipway.shared();
    var operator = slipway.api(Person.OPERATOR);
    operator.failEveryMachine("sim-3", "capacity");
    for (var _ : new int[2]) {
      var action = slipway.api(Person.TENANT).orders(ServerNames.fresh("every-key"), "sim-3");
      operator.awaits(action, "parked");
    }
    operator.clearFaults("sim-3");
  }

  @Test
  void every_listed_key_is_pressed_by_a_test_and_is_in_the_guide() throws IOException {
    var pressed =
        Stream.concat(
                Stream.of(ListedKey.values()).map(key -> key.words),
                slipway.menu().map(entry -> "g " + entry.key()))
            .toList();
    try (var visit = slipway.visit(Person.OPERATOR).open("/attention")) {
      assertThat(visit.see("main h1")).isVisible();
      visit.see("#keys").click();
      assertThat(visit.see("vaadin-dialog[opened] .sw-facts dd")).isVisible();

      var listed = visit.page().locator("vaadin-dialog .sw-facts dd").allTextContents();

      assertThat(listed)
          .map(EveryKeyIT::withoutSpaces)
          .containsExactlyInAnyOrderElementsOf(
              pressed.stream().map(EveryKeyIT::withoutSpaces).toList());
    }
    var guide = Files.readString(GUIDE);
    assertThat(pressed)
        .allSatisfy(key ->
            assertThat(guide).containsAnyOf("`" + key + "`", marked(key), key + " opens it"));
  }

  private static String withoutSpaces(String keys) {
    return keys.replace(" ", "");
  }

  private static String marked(String keys) {
    return Arrays.stream(keys.split(" ", -1))
        .map(key -> "`" + key + "`")
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @EnumSource
  void a_key_does_what_is_listed(ListedKey key) {
    try (var visit = slipway.visit(Person.OPERATOR).open("/attention")) {
      assertThat(visit.see(".sw-cause li a")).isVisible();
      key.press.accept(visit);
      visit.hasNoErrors();
    }
  }

  static Stream<Arguments> pages() {
    return RunningSlipway.shared().menu().map(entry -> Arguments.of(entry.key(), entry.path()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void two_keys_lead_to_a_page(String key, String path) {
    var elsewhere = path.equals("actions") ? "/servers" : "/actions";
    try (var visit = slipway.visit(Person.OPERATOR).open(elsewhere)) {
      assertThat(visit.see("main .sw-grid, main vaadin-grid").first()).isVisible();

      visit.press("g").press(key);

      visit.arrives(Pattern.compile(".*:\\d+/" + path + "$"));
      assertThat(visit.see("main h1")).isAttached();
      visit.hasNoErrors();
    }
  }
}
