package dev.slipway.ui.sshkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.sshkey.SshKeyService;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.sshkey.SshKey;
import dev.slipway.workflows.sshkey.SshPublicKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SshKeyViewTest extends PanelTest {
  private static final String LINE =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2"
          + " me@example.org";

  private final ApiServer.Person person = behind().tenantUser();

  @BeforeEach
  void enter() {
    signIn(person);
  }

  @Test
  void who_has_none_reads_what_they_are_for() {
    open("ssh-keys");

    assertThat(page()).contains("No SSH keys yet", "Add key", "ssh-keygen -t ed25519");
  }

  @Test
  void a_key_is_added_after_its_fingerprint_was_shown() {
    open("ssh-keys");
    press("ssh-key-add");

    test(only(TextArea.class)).setValue(LINE);
    assertThat(page()).contains(SshPublicKey.parse(LINE).fingerprint());
    assertThat(only(TextField.class).getValue()).isEqualTo("me@example.org");
    test(only(TextField.class)).setValue("ops-laptop");
    press("ssh-key-store");

    assertThat(keys()).extracting(SshKey::name).containsExactly("ops-laptop");
    assertThat(page()).contains("ops-laptop", "1 key", SshPublicKey.parse(LINE).fingerprint());
  }

  @Test
  void what_is_no_public_key_is_refused_before_it_is_sent() {
    open("ssh-keys");
    press("ssh-key-add");

    test(only(TextArea.class)).setValue("-----BEGIN OPENSSH PRIVATE KEY-----");

    assertThat(only(TextArea.class).getErrorMessage()).contains("This is a private key");
  }

  @Test
  void a_name_that_is_taken_is_refused_at_its_field() {
    create("ops-laptop");
    open("ssh-keys");
    press("ssh-key-add");
    test(only(TextArea.class)).setValue(LINE);
    test(only(TextField.class)).setValue("another");

    press("ssh-key-store");

    assertThat(only(TextArea.class).getErrorMessage()).contains("under another name");
    assertThat(keys()).hasSize(1);
  }

  @Test
  void a_key_is_removed_after_one_was_asked() {
    create("ops-laptop");
    open("ssh-keys");

    test(find(Button.class).withText("Remove").single()).click();
    assertThat(keys()).hasSize(1);
    press("ssh-key-remove");

    assertThat(keys()).isEmpty();
    assertThat(page()).contains("No SSH keys yet");
  }

  @Test
  void another_tenants_keys_are_not_shown() {
    var other = behind().tenantUser();
    behind().bean(SshKeyService.class).create(callerOf(other), "not-yours", LINE);

    open("ssh-keys");

    assertThat(page()).doesNotContain("not-yours");
  }

  private void create(String name) {
    behind().bean(SshKeyService.class).create(callerOf(person), name, LINE);
  }

  private List<SshKey> keys() {
    return behind().bean(SshKeyService.class).list(callerOf(person), PageRequest.FIRST).items();
  }
}
