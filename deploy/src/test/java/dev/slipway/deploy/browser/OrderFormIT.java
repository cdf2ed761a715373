package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class OrderFormIT {

  private static final Pattern ACTION = Pattern.compile(".*/actions/act_.*");
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
              "sw-order-name",
              "order-plan",
              "order-location",
              "order-image",
              "sw-networks",
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

      visit.signsOutElsewhere();

      assertThat(visit.page().getByLabel("Email")).isVisible();
      visit.picture("session-ended");
      visit.enter(Person.TENANT.email(), Person.TENANT.password());

      assertThat(visit.see(".sw-order-name input")).hasValue(name);
      assertThat(visit.see(".order-plan vaadin-radio-button[checked]")).containsText("Small 4");
      assertThat(visit.see(".order-image vaadin-radio-button[checked]")).containsText("Rocky");
      visit.picture("order-kept");
      visit.see("#order").click();
      visit.page().waitForURL(ACTION);
    }
  }

  private static void name(Visit visit, String name) {
    assertThat(visit.see("#order")).isEnabled();
    visit.see(".sw-order-name input").fill(name);
    visit.see(".sw-order-name input").press("Tab");
    assertThat(visit.page()).hasURL(Pattern.compile(".*name=" + name + ".*"));
    assertThat(visit.see("#order")).isEnabled();
  }
}
