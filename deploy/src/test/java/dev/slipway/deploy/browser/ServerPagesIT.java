package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
class ServerPagesIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/servers/srv_none", "/servers/nonsense", "/actions/act_none"})
  void an_address_of_nothing_is_not_found_and_says_so_in_the_panel(String path) {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      var answer = Objects.requireNonNull(visit.page().navigate(slipway.address() + path));

      assertThat(answer.status()).isEqualTo(404);
      assertThat(visit.see("main h1")).hasText("There is nothing here");
    }
  }

  @Test
  void an_address_of_something_is_found() {
    var tenant = slipway.api(Person.TENANT);
    var name = ServerNames.fresh("found");
    tenant.orders(name, "sim-2");
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      var path = "/servers/" + tenant.serverId(name);
      var answer = Objects.requireNonNull(visit.page().navigate(slipway.address() + path));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(visit.see("main h1")).hasText(name);
    }
  }

  @Test
  void who_has_no_servers_is_told_how_to_get_one() {
    try (var visit = slipway.visit(Person.NEWCOMER).open("/servers")) {
      assertThat(visit.text("No servers yet")).isVisible();
      assertThat(visit.text("Order server")).isVisible();

      visit.picture("servers-empty");
      visit.hasNoErrors();
    }
  }

  @Test
  void an_order_is_watched_to_its_end_without_loading_the_page_again() {
    String name = ServerNames.fresh("web-frontend");
    try (var _ = slipway.api(Person.OPERATOR).slow("sim-1", 4_000);
        var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      orderThroughTheForm(visit, name);
      visit.page().evaluate("window.isStillTheSamePage = true");
      assertThat(visit.text(" of 7 done")).hasText(Pattern.compile("[3-6] of 7 done"));
      assertThat(visit.text("Nothing running")).hasCount(0);
      visit.picture("action-running");

      assertThat(visit.badge()).hasText("Done");
      assertThat(visit.page().evaluate("window.isStillTheSamePage")).isEqualTo(true);
      visit.picture("action-done");

      visit.page().reload();
      assertThat(visit.badge()).hasText("Done");
      assertThat(visit.text("7 of 7 done")).isVisible();
      visit.open("/servers");
      assertThat(visit.text(name)).isVisible();
      visit.picture("servers");
      visit.hasNoErrors();
    }
  }

  @Test
  void the_way_back_leads_to_the_list_as_it_was_narrowed_and_sorted() {
    var tenant = slipway.api(Person.TENANT);
    var prefix = ServerNames.fresh("back");
    var sorted = Pattern.compile(".*q=" + prefix + "&sort=name(:|%3A)asc");
    tenant.orders(prefix + "-b", "sim-2");
    tenant.orders(prefix + "-a", "sim-2");
    tenant.orders(prefix + "-c", "sim-2");
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      visit.see(".sw-filter input").fill(prefix);
      visit.arrives(Pattern.compile(".*/servers\\?q=" + prefix));
      visit.see("vaadin-grid-sorter:has-text('Name')").click();
      visit.arrives(sorted);
      standInOrder(visit, prefix);
      visit.picture("servers-sorted");
      visit.see("a.sw-cell-name:has-text('" + prefix + "-b')").click();
      visit.arrives(Pattern.compile(".*/servers/srv_.*"));
      assertThat(visit.text("Queue for this server")).isVisible();

      visit.page().goBack();

      assertThat(visit.see(".sw-filter input")).hasValue(prefix);
      visit.arrives(sorted);
      standInOrder(visit, prefix);
      assertThat(visit.see("vaadin-grid-sorter[direction=asc]")).containsText("Name");
      visit.page().reload();
      standInOrder(visit, prefix);
      visit.hasNoErrors();
    }
  }

  private static void standInOrder(Visit visit, String prefix) {
    assertThat(visit.page().locator("a.sw-cell-name:visible"))
        .hasText(new String[] {prefix + "-a", prefix + "-b", prefix + "-c"});
  }

  private static void orderThroughTheForm(Visit visit, String name) {
    assertThat(visit.see("#order")).isEnabled();
    visit.see(".sw-order-name input").fill(name);
    visit.see(".sw-order-name input").press("Tab");
    visit.picture("order");
    visit.see("#order").click();
    visit.page().waitForURL(Pattern.compile(".*/actions/act_.*"));
  }
}
