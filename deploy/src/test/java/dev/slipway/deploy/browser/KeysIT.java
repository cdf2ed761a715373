package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
class KeysIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void the_palette_leads_to_a_page_and_to_a_server_like_another() {
    String name = ServerNames.fresh("palette");
    String action = slipway.api(Person.TENANT).orders(name, "sim-1");
    try (var visit = slipway.visit(Person.TENANT).open("/actions")) {
      assertThat(visit.see(".sw-grid a:has-text('" + name + "')")).isVisible();
      visit.press("Control+k");
      assertThat(visit.see("#palette-words")).isFocused();
      visit.page().keyboard().type(name);
      assertThat(visit.see(".sw-palette-row:has-text('Order a server like " + name + "')"))
          .isVisible();
      visit.picture("palette");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.press("ArrowUp").press("Enter");

      visit.arrives(Pattern.compile(".*/servers/new\\?.*plan=s-1.*"));
      assertThat(visit.see("#order")).isEnabled();
      visit.see("#palette").click();
      assertThat(visit.see("#palette-words")).isFocused();
      visit.page().keyboard().type(action);
      assertThat(visit.see(".sw-palette-row[aria-selected=true]")).containsText(action);
      visit.press("Enter");
      visit.arrives(Pattern.compile(".*/" + action + "$"));
      assertThat(visit.badge()).isVisible();
      visit.hasNoErrors();
    }
  }

  @Test
  void the_palette_edits_a_server_from_any_page() {
    String name = ServerNames.fresh("palette-edit");
    slipway.api(Person.TENANT).orders(name, "sim-1");
    try (var visit = slipway.visit(Person.TENANT).open("/actions")) {
      visit.see("#palette").click();
      assertThat(visit.see("#palette-words")).isFocused();
      visit.page().keyboard().type(name);
      visit.see(".sw-palette-row:has-text('Edit " + name + "')").click();

      visit.arrives(Pattern.compile(".*/servers/srv_.*"));
      assertThat(visit.labelled("Name")).hasValue(name);
      visit.hasNoErrors();
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void the_palette_copies_an_address_by_key_and_by_click(Screen screen) {
    var tenant = slipway.api(Person.TENANT);
    String name = ServerNames.fresh("palette-copy");
    tenant.awaits(tenant.orders(name, "sim-1"), "succeeded");
    var server = tenant.servers(name).path(0);
    var window = screen.window().setPermissions(List.of("clipboard-read", "clipboard-write"));
    try (var visit = slipway.visit(Person.TENANT, window).open("/actions")) {
      visit.see("#palette").click();
      assertThat(visit.see("#palette-words")).isFocused();
      visit.page().keyboard().type(name);
      assertThat(visit.see(".sw-palette-row:has-text('Copy IPv4 address of " + name + "')"))
          .containsText(server.path("ipv4").asText());
      choose(visit, "Copy IPv4");
      for (var colours : Colours.values()) {
        visit.in(colours).picture("palette-copy-" + colours.name().toLowerCase(Locale.ROOT));
        assertThat(Axe.violations(visit.page())).isEmpty();
      }

      visit.press("Enter");
      copied(visit, server.path("ipv4").asText());
      visit.see(".sw-palette-row:has-text('Copy IPv6 address of " + name + "')").click();
      copied(visit, server.path("ipv6").asText());

      assertThat(visit.see("#palette-words")).isFocused();
      visit.hasNoErrors();
    }
  }

  /// Over plain HTTP a browser has no clipboard to write to; one that has it may refuse it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete Navigator.prototype.clipboard",
        "navigator.clipboard.writeText = () => Promise.reject(new Error('kept from us'))"
      })
  void the_palette_copies_without_a_clipboard_and_leaves_the_focus_in_its_field(String script) {
    var tenant = slipway.api(Person.TENANT);
    String name = ServerNames.fresh("palette-http");
    tenant.awaits(tenant.orders(name, "sim-1"), "succeeded");
    var address = tenant.servers(name).path(0).path("ipv4").asText();
    try (var visit = slipway.visit(Person.TENANT)) {
      visit.page().addInitScript(script);
      visit.open("/actions");
      visit.see("#palette").click();
      visit.see("#palette-words").fill(name);
      assertThat(visit.see(".sw-palette-row:has-text('Copy IPv4')")).containsText(address);
      choose(visit, "Copy IPv4");

      visit.press("Enter");

      assertThat(visit.see("#palette-said")).hasText("Copied " + address);
      assertThat(visit.see("#palette-words")).isFocused();
      visit.press("Control+a").press("Control+v");
      assertThat(visit.see("#palette-words")).hasValue(address);
      visit.hasNoErrors();
    }
  }

  private static void choose(Visit visit, String words) {
    var chosen = visit.see(".sw-palette-row[aria-selected=true]");
    for (var text = chosen.innerText(); !text.contains(words); text = chosen.innerText()) {
      visit.press("ArrowDown");
      assertThat(chosen).not().hasText(text, new HasTextOptions().setUseInnerText(true));
    }
  }

  private static void copied(Visit visit, String address) {
    assertThat(visit.see("#palette-said")).hasText("Copied " + address);
    visit.picture("palette-copied");
    assertThat(visit.page().evaluate("navigator.clipboard.readText()")).isEqualTo(address);
    assertThat(visit.see("#palette-said")).hasText("");
  }

  @Test
  void keys_pressed_before_the_palette_is_there_are_not_lost() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      assertThat(visit.see("#palette")).isVisible();
      visit.press("Control+k");
      visit.page().keyboard().type("ssh");

      assertThat(visit.see("#palette-words")).hasValue("ssh");
      assertThat(visit.see(".sw-palette-row[aria-selected=true]")).containsText("SSH keys");
      visit.press("Enter");
      visit.arrives(Pattern.compile(".*/ssh-keys$"));
      visit.hasNoErrors();
    }
  }

  @Test
  void the_palette_of_a_tenant_offers_no_page_for_operators() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      visit.see("#palette").click();
      assertThat(visit.see(".sw-palette-row:has-text('Actions')")).isVisible();
      assertThat(visit.see(".sw-palette-list")).not().containsText("Temporal");
      assertThat(visit.see("#palette-words")).isFocused();
      visit.page().keyboard().type("nothing is called so");
      assertThat(visit.text("Nothing fits.")).isVisible();
      visit.press("Escape");
      assertThat(visit.page().locator("#palette-words")).hasCount(0);
      visit.hasNoErrors();
    }
  }

  @Test
  void pages_and_rows_are_reached_by_keys() {
    String name = ServerNames.fresh("keys");
    slipway.api(Person.TENANT).orders(ServerNames.fresh("keys"), "sim-1");
    slipway.api(Person.TENANT).orders(name, "sim-1");
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      assertThat(visit.see(".sw-grid a:has-text('" + name + "')")).isVisible();
      visit.press("/");
      assertThat(visit.see(".sw-filter input")).isFocused();
      visit.press("Tab").press("g").press("o");
      visit.arrives(Pattern.compile(".*/actions$"));
      assertThat(visit.see(".sw-grid a:has-text('" + name + "')")).isVisible();

      visit.press("j").press("j").press("k");
      assertThat(visit.page().locator("a.sw-cell-name:focus")).hasCount(1);
      visit.picture("keys-row");
      visit.press("Enter");
      visit.arrives(Pattern.compile(".*/actions/act_.*"));
      assertThat(visit.badge()).isVisible();
      visit.press("g").press("s");
      visit.arrives(Pattern.compile(".*/servers$"));
      assertThat(visit.see(".sw-grid a:has-text('" + name + "')")).isVisible();
      visit.hasNoErrors();
    }
  }

  @Test
  void the_tray_and_the_persons_menu_are_open_to_everybody() {
    slipway.api(Person.TENANT).orders(ServerNames.fresh("tray"), "sim-1");
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      visit.see("#tray").click();
      assertThat(visit.see(".sw-tray a:has-text('All actions')")).isVisible();
      visit.picture("tray");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.press("Escape");
      assertThat(visit.see(".sw-tray")).not().isVisible();
      visit.see("#person").click();
      assertThat(visit.see("#sign-out")).isVisible();
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.hasNoErrors();
    }
  }

  @Test
  void the_keys_are_listed() {
    try (var visit = slipway.visit(Person.OPERATOR).open("/attention")) {
      assertThat(visit.see("h1")).isVisible();
      visit.press("?");

      assertThat(visit.text("Go to Needs attention")).isVisible();
      visit.picture("keys");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.press("Escape");
      assertThat(visit.page().locator("vaadin-dialog[opened]")).hasCount(0);
      visit.hasNoErrors();
    }
  }
}
