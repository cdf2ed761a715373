package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class ServerDetailIT {
  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi tenant = slipway.api(Person.TENANT);
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @Test
  void a_row_leads_to_the_server_and_its_page_changes_by_itself() {
    var name = ServerNames.fresh("detail");
    try (var _ = operator.slow("sim-1", 3_000);
        var visit = slipway.visit(Person.TENANT).open("/servers?q=" + name)) {
      assertThat(visit.text("No server matches")).isVisible();
      tenant.orders(name, "sim-1");
      visit.see("a.sw-cell-name:has-text('" + name + "')").click();
      assertThat(visit.page()).hasURL(Pattern.compile(".*/servers/srv_.*"));
      assertThat(visit.badge()).hasText("Creating");
      visit.picture("server-creating");
      operator.quick("sim-1");
      assertThat(visit.badge()).hasText("Running");
      assertThat(visit.text("Nothing is under way.")).isVisible();
      assertThat(visit.see(".sw-server-meta .sw-mono")).not().isEmpty();
      visit.picture("server");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.see(".sw-story a:has-text('Create " + name + "')").click();
      assertThat(visit.page()).hasURL(Pattern.compile(".*/actions/act_.*"));
      visit.hasNoErrors();
    }
  }

  @Test
  void of_two_tabs_the_second_is_told_that_it_came_second() {
    var name = ServerNames.fresh("two-tabs");
    operator.awaits(tenant.orders(name, "sim-3"), "succeeded");
    var path = "/servers/" + tenant.serverId(name);
    try (var one = slipway.visit(Person.TENANT).open(path);
        var other = slipway.visit(Person.TENANT).open(path)) {
      one.see("#server-edit").click();
      other.see("#server-edit").click();
      labels(one, "env=prod");
      assertThat(one.see(".sw-tag")).hasText("env=prod");
      labels(other, "env=test");
      assertThat(other.text("Somebody changed this server while you were editing.")).isVisible();
      other.picture("server-edit-conflict");
      assertThat(Axe.violations(other.page())).isEmpty();
      other.see("#server-load").click();
      assertThat(other.labelled("Labels")).hasValue("env=prod");
      labels(other, "env=prod\ntier=web");
      assertThat(other.see(".sw-tag:has-text('tier=web')")).isVisible();
      other.picture("server-labelled");
      one.hasNoErrors();
      other.hasNoErrors();
    }
  }

  @Test
  void an_unfinished_order_is_cancelled_by_typing_its_name() {
    var slow = operator.slow("sim-1", 5_000);
    var name = ServerNames.fresh("cancel");
    var action = tenant.orders(name, "sim-1");
    try (slow;
        var visit = slipway.visit(Person.TENANT).open("/servers/" + tenant.serverId(name))) {
      visit.see("#server-cancel").click();
      assertThat(visit.see("#server-cancel-confirm")).isDisabled();
      var typed = visit.labelled("Type " + name + " to confirm");
      assertThat(typed).isFocused();
      typed.fill(name);
      visit.picture("server-cancel");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.see("#server-cancel-confirm").click();
      operator.quick("sim-1");
      assertThat(visit.page()).hasURL(Pattern.compile(".*/actions/" + action + "$"));
      assertThat(visit.badge()).hasText("Cancelled");
      visit.hasNoErrors();
    }
    operator.awaits(action, "aborted");
  }

  @Test
  void it_fits_a_phone() {
    var slow = operator.slow("sim-1", 4_000);
    var name = ServerNames.fresh("pocket-detail");
    tenant.orders(name, "sim-1");
    try (slow;
        var visit = slipway.phone(Person.TENANT).open("/servers/" + tenant.serverId(name))) {
      assertThat(visit.badge()).hasText("Creating");
      fits(visit, "server-creating");
      visit.see("#server-cancel").click();
      assertThat(visit.see("#server-cancel-confirm")).isVisible();
      fits(visit, "server-cancel");
      assertThat(visit.dialogEdges()).isEqualTo("0 0 0");
      operator.quick("sim-1");
      visit.button("Keep the order").click();
      assertThat(visit.badge()).hasText("Running");
      fits(visit, "server");
      visit.hasNoErrors();
    }
  }

  @Test
  void only_operators_read_where_it_stands_at_the_provider() {
    var name = ServerNames.fresh("provider");
    var action = tenant.orders(name, "sim-3");
    operator.awaits(action, "succeeded");
    var path = "/servers/" + tenant.serverId(name);
    try (var visit = slipway.visit(Person.OPERATOR).open(path)) {
      assertThat(visit.text("At the provider")).isVisible();
      assertThat(visit.text("simulator/sim-3")).isVisible();
      visit.picture("server-operator");
    }
    try (var visit = slipway.visit(Person.TENANT).open(path)) {
      assertThat(visit.text("Queue for this server")).isVisible();
      assertThat(visit.see("body").innerText())
          .doesNotContainIgnoringCase("simulator")
          .doesNotContain(operator.externalIds(action));
    }
  }

  private static void labels(Visit visit, String lines) {
    visit.labelled("Labels").fill(lines);
    visit.see("#server-save").click();
  }

  private static void fits(Visit visit, String name) {
    visit.picture(name);
    assertThat(visit.overflow()).as(name).isNotPositive();
  }
}
