package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class IdleIT {

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void who_does_nothing_is_warned_in_time_and_may_stay() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      visit.page().clock().install();
      visit.open("/servers");
      assertThat(visit.see(".sw-filter")).isVisible();
      visit.page().clock().fastForward("27:30");
      assertThat(visit.see("#idle")).isHidden();

      visit.page().clock().fastForward("01:00");

      assertThat(visit.text("Nothing was done here for a while")).isVisible();
      visit.picture("idle");
      assertThat(Axe.violations(visit.page())).isEmpty();

      var told =
          visit
              .page()
              .waitForRequest(
                  request ->
                      request.postData() != null && request.postData().contains("sw-present"),
                  () -> visit.button("Stay signed in").evaluate("button => button.click()"));

      assertThat(told.url()).contains("v-r=uidl");
      assertThat(visit.see("#idle")).isHidden();
      visit.hasNoErrors();
    }
  }

  @Test
  void the_warning_stands_over_a_dialog_and_any_key_answers_it() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      visit.page().clock().install();
      visit.open("/servers");
      assertThat(visit.see(".sw-filter")).isVisible();
      visit.see("#palette").click();
      assertThat(visit.see("#palette-words")).isFocused();

      visit.page().clock().fastForward("00:20");
      visit.page().clock().fastForward("29:00");

      assertThat(visit.see("#idle-stay")).isVisible();
      visit.see("#idle-stay").focus();
      visit.press("Enter");
      assertThat(visit.see("#idle")).isHidden();
      assertThat(visit.see("#palette-words")).isVisible();
    }
  }

  @Test
  void who_is_signed_out_sees_it_at_once() {
    var patience = Duration.ofSeconds(15);
    try (var impatient = RunningSlipway.impatient(patience);
        var visit = impatient.visit(Person.TENANT).open("/servers")) {
      assertThat(visit.see(".sw-filter")).isVisible();
      assertThat(visit.see("#idle")).isVisible();

      assertThat(visit.page())
          .hasURL(Pattern.compile(".*/login.*"), new HasURLOptions().setTimeout(14_000));
    }
  }
}
