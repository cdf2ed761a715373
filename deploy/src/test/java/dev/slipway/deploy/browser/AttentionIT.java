package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("browser")
class AttentionIT {

  private static final String PLACE = "sim-2";

  @RegisterExtension final FullPlace full = new FullPlace(PLACE);

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi tenant = slipway.api(Person.TENANT);
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  @Test
  void what_has_the_focus_or_is_open_stays_while_others_come_and_go() {
    var leaves = ServerNames.fresh("leaves");
    var leaving = stopped(leaves);
    var stays = ServerNames.fresh("stays");
    stopped(stays);
    try (var visit = slipway.visit(Person.OPERATOR).open("/attention")) {
      var link = link(visit, stays);
      link.focus();

      comes(visit);

      assertThat(link).isFocused();
      box(visit, stays).focus();
      visit.press("Space");
      operator.aborts(leaving, "Not wanted any more.");
      assertThat(link(visit, leaves)).hasCount(0);
      assertThat(box(visit, stays)).isFocused();
      assertThat(box(visit, stays)).isChecked();
      visit.labelled("Command").click();
      assertThat(visit.see("vaadin-select-item:has-text('Abort and undo')")).isVisible();

      comes(visit);

      visit.picture("attention-menu");
      visit.see("vaadin-select-item:has-text('Abort and undo')").click();
      assertThat(visit.see("vaadin-select[opened]")).hasCount(0);
      assertThat(visit.labelled("Reason")).isVisible();
      visit.hasNoErrors();
    }
  }

  private void comes(Visit visit) {
    var name = ServerNames.fresh("comes");
    stopped(name);
    assertThat(link(visit, name)).isAttached();
  }

  @Test
  void what_is_chosen_by_key_is_taken_over_and_taken_back_together() {
    var one = ServerNames.fresh("bulk");
    var other = ServerNames.fresh("bulk");
    var left = ServerNames.fresh("bulk-left");
    var first = stopped(one);
    var second = stopped(other);
    stopped(left);
    try (var visit = slipway.visit(Person.OPERATOR).open("/attention")) {
      choose(visit, one);
      choose(visit, other);
      choose(visit, left);
      assertThat(visit.text("Decide 3 together")).isVisible();
      link(visit, left).focus();
      visit.press("x");
      assertThat(visit.text("Decide 2 together")).isVisible();

      visit.button("Assign to me").click();

      assertThat(keeper(visit, one)).not().hasText("nobody");
      assertThat(keeper(visit, left)).hasText("nobody");
      visit.button("With me").click();
      visit.arrives(Pattern.compile(".*/attention\\?assignee=me"));
      assertThat(link(visit, left)).hasCount(0);
      assertThat(visit.text("Decide 2 together")).isVisible();
      for (var colours : Colours.values()) {
        visit.in(colours).picture("attention-mine-" + colours.name().toLowerCase(Locale.ROOT));
        assertThat(Axe.violations(visit.page())).isEmpty();
      }
      visit.labelled("Command").click();
      visit.see("vaadin-select-item:has-text('Abort and undo')").click();
      visit.see("#bulk-send").click();
      assertThat(visit.text("Say why, so that the next shift understands it.")).isVisible();
      visit.labelled("Reason").fill("The place stays full.");
      visit.see("#bulk-send").click();

      assertThat(visit.text("2 actions go on.")).isVisible();
      operator.awaits(first, "aborted");
      operator.awaits(second, "aborted");
      visit.picture("attention-sent");
      visit.open("/attention");
      assertThat(keeper(visit, left)).hasText("nobody");
      assertThat(link(visit, one)).hasCount(0);
      visit.hasNoErrors();
    }
  }

  @Test
  void what_is_given_back_is_nobodys() {
    var name = ServerNames.fresh("give-back");
    stopped(name);
    try (var visit = slipway.visit(Person.OPERATOR).open("/attention")) {
      choose(visit, name);
      visit.button("Assign to me").click();
      assertThat(keeper(visit, name)).not().hasText("nobody");

      visit.button("Give back").click();

      assertThat(keeper(visit, name)).hasText("nobody");
      visit.hasNoErrors();
    }
  }

  private static void choose(Visit visit, String name) {
    link(visit, name).focus();
    visit.press("x");
    assertThat(box(visit, name)).isChecked();
  }

  private static Locator row(Visit visit, String name) {
    return visit.page().locator(".sw-cause li:has(a:text-is('Create " + name + "'))");
  }

  private static Locator link(Visit visit, String name) {
    return row(visit, name).locator("a");
  }

  private static Locator box(Visit visit, String name) {
    return row(visit, name).locator("vaadin-checkbox input");
  }

  private static Locator keeper(Visit visit, String name) {
    return row(visit, name).locator(".sw-cause-with");
  }

  private String stopped(String name) {
    var action = tenant.orders(name, PLACE);
    operator.awaits(action, "parked");
    return action;
  }
}
