package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class SshKeysIT {
  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void a_key_is_added_and_removed() {
    var name = ServerNames.fresh("ops-laptop");
    try (var visit = slipway.visit(Person.TENANT).open("/ssh-keys")) {
      visit.see("#ssh-key-add").click();
      assertThat(visit.labelled("Public key")).isFocused();
      visit.labelled("Public key").fill("ssh-ed25519 not/base64!");
      assertThat(visit.text("The key is not valid base64.")).isVisible();
      visit.labelled("Public key").fill(PanelApi.aPublicKey());
      assertThat(visit.see(".sw-fingerprint")).containsText("SHA256:");
      visit.see("vaadin-dialog vaadin-text-field input").fill(name);
      visit.picture("ssh-key-add");
      assertThat(Axe.violations(visit.page())).isEmpty();
      visit.see("#ssh-key-store").click();
      var row = visit.see(".sw-ssh-keys li:has-text('" + name + "')");
      assertThat(row).containsText("SHA256:");
      visit.picture("ssh-keys");
      row.getByText("Remove").first().click();
      assertThat(visit.text("Servers that have it keep it")).isVisible();
      assertThat(visit.button("Keep key")).isFocused();
      visit.picture("ssh-key-remove");
      visit.see("#ssh-key-remove").click();
      assertThat(row).not().isVisible();
      var toast = visit.page().locator("vaadin-notification-card");
      assertThat(toast).hasText("The key " + name + " is removed.");
      assertThat(toast).hasAttribute("role", "status");
      visit.picture("ssh-key-removed");
      assertThat(Axe.violations(visit.page())).isEmpty();
      assertThat(toast).hasCount(0);
      visit.hasNoErrors();
    }
  }

  @Test
  void they_fit_a_phone() {
    var name = ServerNames.fresh("pocket-key");
    slipway.api(Person.TENANT).addsKey(name);
    try (var visit = slipway.phone(Person.TENANT).open("/ssh-keys")) {
      assertThat(visit.see(".sw-ssh-keys li:has-text('" + name + "')")).isVisible();
      visit.picture("ssh-keys");
      assertThat(visit.overflow()).isNotPositive();
      visit.see("#ssh-key-add").click();
      assertThat(visit.labelled("Public key")).isVisible();
      visit.picture("ssh-key-add");
      visit.hasNoErrors();
    }
  }
}
