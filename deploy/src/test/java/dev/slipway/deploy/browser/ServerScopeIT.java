package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
class ServerScopeIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @ParameterizedTest
  @EnumSource(Screen.class)
  void an_operator_narrows_the_list_to_a_tenant_a_place_and_a_label(Screen screen) {
    var prefix = ServerNames.fresh("scope");
    slipway.api(Person.TENANT).orders(prefix + "-a", "sim-1");
    slipway.api(Person.TENANT).orders(prefix + "-b", "sim-2");
    slipway.api(Person.OPERATOR).orders(prefix + "-c", "sim-1");
    label(prefix + "-a");
    label(prefix + "-b");
    label(prefix + "-c");
    try (var visit =
        slipway.visit(Person.OPERATOR, screen.window()).open("/servers?sort=name&q=" + prefix)) {
      shows(visit, prefix + "-a", prefix + "-b", prefix + "-c");
      assertThat(tenant(visit, "Platform")).isVisible();
      assertThat(visit.overflow()).isNotPositive();
      visit.picture("servers-of-tenants");

      visit.see("#scope").click();
      visit.labelled("Labels").fill("scope=%s".formatted(prefix));
      visit.labelled("Labels").press("Enter");
      visit.arrives(Pattern.compile(".*label=scope.*"));
      visit.labelled("Tenant").fill("dem");
      visit.picture("servers-scope-tenant");
      visit.see("vaadin-combo-box-item:text-is('Demo')").click();
      visit.arrives(Pattern.compile(".*tenant=ten_demo.*"));
      shows(visit, prefix + "-a", prefix + "-b");
      visit.see(".sw-scope-fields vaadin-select").click();
      visit.see("vaadin-select-item:has-text('Verona')").click();
      visit.arrives(Pattern.compile(".*location=sim-2.*"));
      shows(visit, prefix + "-b");
      for (var colours : Colours.values()) {
        visit.in(colours).picture("servers-scope-" + colours.name().toLowerCase(Locale.ROOT));
      }
      visit.press("Escape");
      assertThat(visit.see("#scope")).hasText("Demo, Verona, scope=" + prefix);

      visit.page().reload();

      shows(visit, prefix + "-b");
      assertThat(visit.see("#scope")).hasText("Demo, Verona, scope=" + prefix);
      visit.picture("servers-scoped");
      assertThat(Axe.violations(visit.page())).isEmpty();
      assertThat(visit.overflow()).isNotPositive();
      visit.hasNoErrors();
    }
  }

  /// As the list says it; the sidebar, which a phone hides, has the word, too.
  private static Locator tenant(Visit visit, String name) {
    return visit.see("main").getByText(name).locator("visible=true").first();
  }

  private void label(String server) {
    slipway.execute(
        "update server set labels = '{\"scope\": \"%s\"}' where name = '%s'"
            .formatted(server.substring(0, server.length() - 2), server));
  }

  private static void shows(Visit visit, String... names) {
    assertThat(visit.page().locator("a.sw-cell-name:visible")).hasText(names);
  }
}
