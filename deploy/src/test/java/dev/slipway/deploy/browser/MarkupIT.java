package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What people type is shown as they typed it, and never run.
@Tag("browser")
class MarkupIT {

  private static final String MARKUP = "<img src=x onerror=\"window.wasRun=true\"><b>bold</b>";
  private static final String PLACE = "sim-2";
  private static final List<String> NAMED =
      List.of("tenant", "user_account", "location", "network", "image", "plan");
  private static final String ADD_MARKUP = "update %s set name = name || '%s'";
  private static final String TAKE_MARKUP = "update %s set name = replace(name, '%s', '')";

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @Test
  void a_reason_stands_in_the_log_as_it_was_typed() {
    operator.failEveryMachine(PLACE, "capacity");
    String action = slipway.api(Person.TENANT).orders(ServerNames.fresh("markup"), PLACE);
    operator.awaits(action, "parked");
    operator.clearFaults(PLACE);
    try (var visit = slipway.visit(Person.OPERATOR).open("/actions/" + action)) {
      visit.see("#command-abort").click();
      visit.labelled("Reason").fill(MARKUP);
      visit.see("#confirm").click();

      assertThat(visit.badge()).hasText("Aborted");
      assertThat(visit.text(MARKUP)).isVisible();
      isHarmless(visit, "markup-reason");
    }
  }

  @Test
  void a_name_in_the_form_is_refused_and_shown_as_it_was_typed() {
    var address = "/servers/new?plan=s-1&name=" + URLEncoder.encode(MARKUP, StandardCharsets.UTF_8);
    try (var visit = slipway.visit(Person.TENANT).open(address)) {
      assertThat(visit.see(".sw-order-name input")).hasValue(MARKUP);
      assertThat(visit.see("#order-open")).hasText("Still open: Name and review");
      isHarmless(visit, "markup-name");
    }
  }

  @Test
  void a_keys_name_stands_in_lists_and_forms_as_it_was_typed() {
    String name = ServerNames.fresh(MARKUP);
    slipway.api(Person.TENANT).addsKey(name);
    for (String path : List.of("/ssh-keys", "/servers/new")) {
      try (var visit = slipway.visit(Person.TENANT).open(path)) {
        assertThat(visit.text(name)).isVisible();
        isHarmless(visit, "markup-key" + path.replace('/', '-'));
      }
    }
  }

  @Test
  void a_filter_that_matches_nothing_is_shown_as_it_was_typed() {
    var address = "/servers?q=" + URLEncoder.encode(MARKUP, StandardCharsets.UTF_8);
    try (var visit = slipway.visit(Person.TENANT).open(address)) {
      assertThat(visit.see(".sw-filter input")).hasValue(MARKUP);
      assertThat(visit.text("No server matches")).isVisible();
      isHarmless(visit, "markup-filter");
    }
  }

  @Test
  void names_of_everything_stand_on_every_page_as_they_were_typed() {
    var tenants = slipway.api(Person.TENANT);
    var name = ServerNames.fresh("markup-all");
    operator.failEveryMachine(PLACE, "capacity");
    String action = tenants.orders(name, PLACE);
    operator.awaits(action, "parked");
    operator.clearFaults(PLACE);
    String server = tenants.serverId(name);
    NAMED.forEach(table -> slipway.execute(ADD_MARKUP.formatted(table, MARKUP)));
    try (var tenant = slipway.visit().open("/");
        var desk = slipway.visit().open("/")) {
      tenant.enter(Person.TENANT.email(), Person.TENANT.password());
      desk.enter(Person.OPERATOR.email(), Person.OPERATOR.password());
      for (var page : PanelPage.values()) {
        var path = page.path(action, server);
        var picture = "markup-" + page.name().toLowerCase(Locale.ROOT);
        if (page.isFor(Reader.TENANT)) {
          standsAsTyped(tenant, path, picture);
          assertThat(tenant.see(".sw-workspace")).containsText(MARKUP);
        }
        standsAsTyped(desk, path, picture + "-operator");
      }
    } finally {
      NAMED.forEach(table -> slipway.execute(TAKE_MARKUP.formatted(table, MARKUP)));
    }
  }

  private static void standsAsTyped(Visit visit, String path, String picture) {
    visit.see("#person").waitFor();
    visit.open(path);
    assertThat(visit.see("main")).not().isEmpty();
    assertThat(visit.see("#person")).hasAttribute("aria-label", Pattern.compile(".*<b>bold</b>"));
    isHarmless(visit, picture);
  }

  private static void isHarmless(Visit visit, String name) {
    visit.picture(name);
    assertThat(visit.page().evaluate("window.wasRun ?? false")).isEqualTo(false);
    assertThat(visit.page().locator("img[src=x]")).hasCount(0);
    visit.hasNoErrors();
  }
}
