package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class AccountIT {
  private static final Person PERSON = Person.NEWCOMER;
  private static final String OTHER = "quite another password 4712";

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void a_changed_password_is_the_one_that_lets_in() {
    try (var visit = slipway.visit(PERSON).open("/")) {
      visit.see("#person").click();
      visit.see("#account").click();
      change(visit, "not the present one", OTHER);
      assertThat(visit.text("The present password is wrong.")).isVisible();
      visit.picture("account-refused");
      change(visit, PERSON.password(), OTHER);
      assertThat(visit.text("The password is changed.")).isVisible();
      visit.picture("account");
      visit.hasNoErrors();
    }
    try (var visit = slipway.visit().open("/account")) {
      visit.enter(PERSON.email(), OTHER);
      change(visit, OTHER, PERSON.password());
      assertThat(visit.text("The password is changed.")).isVisible();
      visit.hasNoErrors();
    }
  }

  @Test
  void the_colours_are_chosen_and_kept() {
    try (var visit = slipway.visit(PERSON).open("/account")) {
      assertThat(visit.see("html")).hasCSS("color-scheme", "dark");
      visit.see("vaadin-radio-button:has-text('Light')").click();
      assertThat(visit.see("html")).hasCSS("color-scheme", "light");
      visit.picture("account-light");
      visit.page().reload();
      assertThat(visit.see("html")).hasCSS("color-scheme", "light");
      assertThat(visit.see("vaadin-radio-button[checked]")).containsText("Light");
      visit.hasNoErrors();
    }
  }

  @Test
  void it_fits_a_phone() {
    try (var visit = slipway.phone(PERSON).open("/account")) {
      assertThat(visit.see("#password-change")).isVisible();
      visit.picture("account");
      assertThat(visit.overflow()).isNotPositive();
    }
  }

  private static void change(Visit visit, String current, String next) {
    visit.labelled("Present password").fill(current);
    visit.labelled("New password").fill(next);
    visit.labelled("New password again").fill(next);
    visit.see("#password-change").click();
  }
}
