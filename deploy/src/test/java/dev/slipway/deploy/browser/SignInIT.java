package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.ClickOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class SignInIT {

  private static final String ENDED =
      "You were signed out because the password of this account was changed elsewhere.";

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void a_wrong_password_is_refused_without_saying_which_half_was_wrong() {
    try (var visit = slipway.visit().open("/")) {
      visit.enter(Person.TENANT.email(), "not the password");

      assertThat(visit.text("The email address or the password is wrong.")).isVisible();
      visit.picture("sign-in-refused");
    }
  }

  @Test
  void signing_in_leads_to_the_page_that_was_asked_for() {
    try (var visit = slipway.visit().open("/actions")) {
      assertThat(visit.page().getByLabel("Email")).isVisible();
      visit.enter(Person.TENANT.email(), Person.TENANT.password());

      assertThat(visit.page()).hasURL(Pattern.compile(".*/actions$"));
      assertThat(visit.see("#person")).isVisible();
      visit.hasNoErrors();
    }
  }

  @Test
  void the_panel_is_dark_whatever_the_system_prefers() {
    try (var visit = slipway.visit().open("/")) {
      assertThat(visit.page().getByLabel("Email")).isVisible();

      assertThat(visit.see("html")).hasCSS("color-scheme", "dark");
      visit.picture("sign-in");
      visit.hasNoErrors();
    }
  }

  @Test
  void who_signs_out_has_to_sign_in_again() {
    try (var visit = slipway.visit(Person.TENANT).open("/")) {
      visit.see("#person").click();
      visit.see("#sign-out").click();
      assertThat(visit.page().getByLabel("Email")).isVisible();

      visit.open("/servers");

      assertThat(visit.page()).hasURL(Pattern.compile(".*/login.*"));
      assertThat(visit.page().getByLabel("Email")).isVisible();
    }
  }

  @Test
  void a_password_changed_elsewhere_ends_the_session_at_the_next_step() {
    try (var visit = slipway.visit(Person.NEWCOMER).open("/")) {
      slipway.api(Person.NEWCOMER).changesPassword(Person.NEWCOMER);

      visit.see("#person").click();

      assertThat(visit.page().getByLabel("Email")).isVisible();
      assertThat(visit.page()).hasURL(Pattern.compile(".*/login.*"));
      assertThat(visit.text(ENDED)).isVisible();
      visit.picture("sign-in-ended");
      assertThat(Axe.violations(visit.page())).isEmpty();
    }
  }

  @Test
  void a_password_changed_elsewhere_ends_a_page_that_is_only_looked_at() {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      assertThat(visit.see("#person")).isVisible();
      var api = slipway.api(Person.TENANT);
      api.changesPassword(Person.TENANT);

      api.orders("unseen-" + Long.toString(System.nanoTime(), 36), "sim-2");

      assertThat(visit.page().getByLabel("Email")).isVisible();
      assertThat(visit.text(ENDED)).isVisible();
    }
  }

  @Test
  void a_cleared_cookie_is_told_in_our_words_and_leads_to_the_sign_in() {
    try (var visit = slipway.visit(Person.TENANT).open("/actions?state=waiting")) {
      assertThat(visit.see("#person")).isVisible();
      visit.losesSession();

      visit.see("#person").click();

      assertThat(visit.text("Your sign-in is gone")).isVisible();
      visit.page().locator(".v-system-error").click(new ClickOptions().setTrial(true));
      visit.page().locator("#person").click(new ClickOptions().setTrial(true));
      visit.page().locator("#palette").click(new ClickOptions().setTrial(true));
      for (Colours colours : Colours.values()) {
        visit.in(colours);
        visit.picture("sign-in-no-cookie-" + colours.cookie());
        assertThat(Axe.violations(visit.page())).isEmpty();
      }
      visit.text("Your sign-in is gone").click();
      assertThat(visit.page().getByLabel("Email")).isVisible();
      assertThat(visit.page()).hasURL(Pattern.compile(".*/login.*waiting.*"));
    }
  }

  @Test
  void a_session_that_is_gone_leads_back_to_the_page_and_says_why() {
    try (var visit = slipway.visit(Person.TENANT).open("/actions?state=waiting")) {
      assertThat(visit.see("#person")).isVisible();
      visit.losesSession();

      visit.page().reload();

      assertThat(visit.text("You were signed out because nothing was done here")).isVisible();
      visit.picture("sign-in-expired");
      visit.enter(Person.TENANT.email(), Person.TENANT.password());
      assertThat(visit.page()).hasURL(Pattern.compile(".*/actions\\?state=waiting$"));
      assertThat(visit.see("#person")).isVisible();
    }
  }
}
