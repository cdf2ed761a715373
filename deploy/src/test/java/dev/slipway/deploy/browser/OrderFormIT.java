package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class OrderFormIT {

  private static final Pattern ACTION = Pattern.compile(".*/actions/act_.*");
  private static final String CHIPS = ".sw-order-labels [slot=chip]";
  private static final String READ_BY_CHECKS = "server";
  private static final int MOST_STOPS = 60;
  private static final String STOP =
      """
      () => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const parts = ['order-plan', 'order-location', 'order-image', 'sw-networks',
          'sw-order-name', 'sw-order-button'];
        return parts.find(part => at?.closest('.' + part)) ?? '';
      }
      """;

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void a_double_click_is_one_order() {
    String name = ServerNames.fresh("double-click");
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      name(visit, name);

      visit
          .see("#order")
          .evaluate("button => { button.click(); button.disabled = false; button.click(); }");

      visit.page().waitForURL(ACTION);
      assertThat(visit.see("main h1")).hasText("Create " + name);
      visit.hasNoErrors();
    }
    assertThat(slipway.api(Person.TENANT).servers(name)).hasSize(1);
  }

  @Test
  void two_tabs_are_two_orders() {
    try (var one = slipway.visit(Person.TENANT).open("/servers/new");
        var other = slipway.visit(Person.TENANT).open("/servers/new")) {
      name(one, ServerNames.fresh("first-tab"));
      name(other, ServerNames.fresh("second-tab"));

      one.see("#order").click();
      other.see("#order").click();

      one.page().waitForURL(ACTION);
      other.page().waitForURL(ACTION);
      assertThat(one.page().url()).isNotEqualTo(other.page().url());
    }
  }

  @Test
  void a_server_is_ordered_without_a_mouse() {
    String name = ServerNames.fresh("by-keyboard");
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      assertThat(visit.see("#order")).isEnabled();

      var stops = walkTo(visit, "sw-order-name");
      visit.page().keyboard().type(name);
      stops.addAll(walkTo(visit, "sw-order-button"));

      assertThat(stops)
          .containsSubsequence(
              "order-plan",
              "order-location",
              "order-image",
              "sw-networks",
              "sw-order-name",
              "sw-order-button");
      assertThat(visit.see("#order")).isEnabled();
      visit.picture("order-keyboard");
      visit.press("Enter");
      visit.page().waitForURL(ACTION);
      assertThat(visit.see("main h1")).hasText("Create " + name);
      visit.hasNoErrors();
    }
  }

  /// Each stop on the way is visible: the picture changes with the focus.
  private static List<String> walkTo(Visit visit, String wanted) {
    var stops = new ArrayList<String>();
    while (!stops.contains(wanted)) {
      assertThat(stops.size()).as("%s", stops).isLessThan(MOST_STOPS);
      var before = visit.page().screenshot();
      visit.press("Tab");
      var stop = (String) visit.page().evaluate(STOP);
      stops.add(stop);
      if (!stop.isEmpty()) {
        assertThat(visit.page().screenshot()).as("focus on %s", stop).isNotEqualTo(before);
      }
    }
    return stops;
  }

  @Test
  void a_form_survives_the_end_of_its_session() {
    String name = ServerNames.fresh("kept-form");
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      visit.see(".order-plan vaadin-radio-button:has-text('Small 4')").click();
      assertThat(visit.page()).hasURL(Pattern.compile(".*plan=s-4.*"));
      visit.see(".order-image vaadin-radio-button:has-text('Rocky')").click();
      assertThat(visit.page()).hasURL(Pattern.compile(".*image=rocky.*"));
      name(visit, name);
      visit.labelled("Labels").fill("env=prod tier=web");
      visit.labelled("Labels").press("Enter");
      assertThat(visit.page()).hasURL(Pattern.compile(".*label=env.*label=tier.*"));

      visit.signsOutElsewhere();

      visit.arrives(Pattern.compile(".*/login.*name.*"));
      assertThat(visit.page().getByLabel("Email")).isVisible();
      assertThat(visit.text("You signed out in another tab or window.")).isVisible();
      visit.picture("session-ended");
      visit.enter(Person.TENANT.email(), Person.TENANT.password());

      assertThat(visit.see(".sw-order-name input")).hasValue(name);
      assertThat(visit.see(".order-plan vaadin-radio-button[checked]")).containsText("Small 4");
      assertThat(visit.see(".order-image vaadin-radio-button[checked]")).containsText("Rocky");
      assertThat(visit.page().locator(CHIPS)).hasText(new String[] {"env=prod", "tier=web"});
      assertThat(visit.see(".sw-tags")).hasText("env=prodtier=web");
      visit.picture("order-kept");
      visit.see("#order").click();
      visit.page().waitForURL(ACTION);
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void a_check_that_takes_its_time_keeps_nobody_waiting(Screen screen) {
    String name = ServerNames.fresh("late-check");
    try (var visit = slipway.visit(Person.TENANT, screen.window()).open("/servers/new")) {
      name(visit, name);
      slipway.whileLocked(
          READ_BY_CHECKS,
          () -> {
            visit.see(".order-plan vaadin-radio-button:has-text('Small 4')").click();
            assertThat(visit.text("This choice is still being checked")).isVisible();
            assertThat(visit.see(".sw-order-name input")).hasValue(name);
            visit.text("This choice is still being checked").scrollIntoViewIfNeeded();
            visit.picture("order-late");
            assertThat(Axe.violations(visit.page())).isEmpty();
            visit.see("#order-key-add").click();
            assertThat(visit.labelled("Public key")).isFocused();
            visit.press("Escape");
          });

      assertThat(visit.page().getByText("still being checked")).hasCount(0);
      assertThat(visit.see(".sw-preview li")).isVisible();
      visit.see("#order:visible, #order-narrow:visible").click();
      visit.page().waitForURL(ACTION);
      assertThat(visit.see("main h1")).hasText("Create " + name);
      visit.hasNoErrors();
    }
  }

  @Test
  void a_form_survives_that_nothing_was_done_for_too_long() {
    String name = ServerNames.fresh("late-lunch");
    try (var impatient = RunningSlipway.impatient(Duration.ofSeconds(15));
        var visit = impatient.visit(Person.TENANT).open("/servers/new")) {
      visit.see(".order-plan vaadin-radio-button:has-text('Small 4')").click();
      assertThat(visit.page()).hasURL(Pattern.compile(".*plan=s-4.*"));
      visit.labelled("Labels").fill("env=prod");
      visit.labelled("Labels").press("Enter");
      assertThat(visit.page()).hasURL(Pattern.compile(".*label=env.*"));

      visit.outstaysItsSession();
      visit.see(".sw-order-name input").fill(name);
      visit.see(".sw-order-name input").blur();

      visit.arrives(Pattern.compile(".*/login.*" + name + ".*"));
      assertThat(visit.text("You were signed out because nothing was done here")).isVisible();
      visit.picture("session-outstayed");
      visit.enter(Person.TENANT.email(), Person.TENANT.password());
      assertThat(visit.see(".sw-order-name input")).hasValue(name);
      assertThat(visit.see(".order-plan vaadin-radio-button[checked]")).containsText("Small 4");
      assertThat(visit.page().locator(CHIPS)).hasText(new String[] {"env=prod"});
      visit.see("#order").click();
      visit.page().waitForURL(ACTION);
      assertThat(visit.see("main h1")).hasText("Create " + name);
      visit.hasNoErrors();
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void labels_are_chips_that_keys_add_and_take(Screen screen) {
    try (var visit = slipway.visit(Person.TENANT, screen.window()).open("/servers/new")) {
      var field = visit.labelled("Labels");
      field.fill("env=prod");
      field.press("Enter");
      assertThat(visit.page().locator(CHIPS)).hasText(new String[] {"env=prod"});
      field.fill("not a label!");
      field.press("Tab");
      assertThat(visit.page().locator(CHIPS)).hasCount(4);
      assertThat(visit.text("label!: A label's key has 1 to 63 letters")).isVisible();
      visit.see("summary:has-text('User data')").click();
      visit.see(".sw-more textarea").fill("#cloud-config\npackages: [nginx]");
      visit.see(".sw-more textarea").blur();
      assertThat(visit.see(".sw-tags")).containsText("with user data");
      visit.see(".sw-review").scrollIntoViewIfNeeded();
      for (var colours : Colours.values()) {
        visit.in(colours).picture("order-labels-" + colours.name().toLowerCase(Locale.ROOT));
        assertThat(Axe.violations(visit.page())).isEmpty();
      }
      assertThat(visit.overflow()).isNotPositive();

      field.focus();
      for (int wrong = 0; wrong < 3; wrong++) {
        field.press("Backspace");
        field.press("Backspace");
      }

      assertThat(visit.page()).hasURL(Pattern.compile(".*label=a&plan=.*"));
      visit.hasNoErrors();
    }
  }

  @Test
  void a_size_that_is_none_is_refused_as_it_is_typed() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new?plan=custom")) {
      assertThat(visit.see("#order")).isEnabled();
      for (String typed : List.of("99999999999", "1.5", "")) {
        visit.see(".sw-own-size input").fill(typed);
        assertThat(visit.text("A whole number from")).isVisible();
        assertThat(visit.see("#order-open")).containsText("Plan");

        visit.see(".sw-own-size input").fill("2");
        assertThat(visit.see("#order-open")).not().containsText("Plan");
      }
      visit.see(".sw-own-size input").press("End");
      visit.page().keyboard().type("e");
      assertThat(visit.text("A whole number from")).isVisible();
      assertThat(visit.see("#order-open")).containsText("Plan");
      visit.picture("order-own-size");
      visit.hasNoErrors();
    }
  }

  @Test
  void what_was_typed_last_stands_in_the_address_before_anybody_answers() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      assertThat(visit.see("#order")).isEnabled();
      visit.page().route("**/?v-r=uidl*", Route::abort);

      visit.see(".sw-order-name input").fill("typed-last");

      // the page itself is asked: the browser tells of a changed address some time later
      assertThat(visit.page().evaluate("location.search").toString()).contains("name=typed-last");
    }
  }

  @Test
  void an_answer_to_an_earlier_choice_does_not_forget_what_is_typed_meanwhile() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      assertThat(visit.see("#order")).isEnabled();
      visit.see(".sw-order-name input").focus();

      // as the answer to a choice does that was made before the first letter
      var address =
          visit
              .page()
              .evaluate(
                  """
                  () => {
                    document.activeElement.value = 'typed-meanwhile';
                    history.replaceState(history.state, '', '?plan=s-4');
                    window.dispatchEvent(new CustomEvent('vaadin-navigated'));
                    return location.search;
                  }
                  """);

      assertThat(address).hasToString("?plan=s-4&name=typed-meanwhile");
    }
  }

  @Test
  void a_key_is_added_in_the_form_and_kept_over_the_end_of_a_session() {
    var server = ServerNames.fresh("with-key");
    var key = ServerNames.fresh("laptop");
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      assertThat(visit.see("#order")).isEnabled();
      visit.see("#order-key-add").click();
      visit.labelled("Public key").fill(PanelApi.aPublicKey());
      assertThat(visit.text("SHA256:")).isVisible();
      dialogName(visit).fill(key);
      visit.picture("order-key");
      visit.see("#ssh-key-store").click();
      assertThat(chosenKey(visit, key)).isVisible();
      name(visit, server);
      assertThat(visit.page()).hasURL(Pattern.compile(".*key=key_.*"));
      visit.signsOutElsewhere();
      visit.arrives(Pattern.compile(".*/login.*key_.*"));
      visit.enter(Person.TENANT.email(), Person.TENANT.password());
      assertThat(chosenKey(visit, key)).isVisible();
      visit.picture("order-with-key");
      visit.see("#order").click();
      visit.page().waitForURL(ACTION);
    }
    var path = "/servers/" + slipway.api(Person.TENANT).serverId(server);
    try (var visit = slipway.visit(Person.TENANT).open(path)) {
      assertThat(visit.see(".sw-facts")).containsText(key);
      visit.hasNoErrors();
    }
  }

  private static Locator chosenKey(Visit visit, String key) {
    return visit.see(".sw-order-keys vaadin-checkbox[checked]:has-text('" + key + "')");
  }

  private static Locator dialogName(Visit visit) {
    return visit.see("vaadin-dialog vaadin-text-field input");
  }

  @Test
  void the_way_back_leads_to_the_form_as_it_was_filled() {
    var server = ServerNames.fresh("back-button");
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      name(visit, server);
      visit.see("#order").click();
      visit.page().waitForURL(ACTION);
      visit.page().goBack();
      assertThat(visit.see(".sw-order-name input")).hasValue(server);
      assertThat(visit.text("The name " + server + " is taken.")).isVisible();
      assertThat(visit.see("#order-open")).hasText("Still open: Name and review");
      visit.hasNoErrors();
    }
    assertThat(slipway.api(Person.TENANT).servers(server)).hasSize(1);
  }

  private static void name(Visit visit, String name) {
    assertThat(visit.see("#order")).isEnabled();
    visit.see(".sw-order-name input").fill(name);
    visit.see(".sw-order-name input").press("Tab");
    assertThat(visit.page()).hasURL(Pattern.compile(".*name=" + name + ".*"));
    assertThat(visit.see("#order")).isEnabled();
  }
}
