package dev.slipway.activities.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EncryptionTest {

  private final Encryption encryption = new Encryption("a key of enough letters");

  @Test
  void what_was_sealed_is_opened() {
    byte[] sealed = encryption.seal("grüße", "here");

    assertThat(encryption.open(sealed, "here")).isEqualTo("grüße");
    assertThat(encryption.seal("grüße", "here")).isNotEqualTo(sealed);
  }

  @Test
  void it_cannot_be_opened_elsewhere_or_changed_or_under_another_key() {
    byte[] sealed = encryption.seal("secret", "here");
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;

    assertThatThrownBy(() -> encryption.open(sealed, "there"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there");
    assertThatThrownBy(() -> encryption.open(changed, "here"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Encryption("another key of letters").open(sealed, "here"))
        .hasMessageContaining("was slipway.secret-key changed?");
  }

  @Test
  void an_unknown_form_is_refused() {
    byte[] sealed = encryption.seal("secret", "here");
    sealed[0] = 9;

    assertThatThrownBy(() -> encryption.open(sealed, "here"))
        .hasMessage("here is sealed in the unknown form 9");
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> new Encryption("short")).isInstanceOf(IllegalArgumentException.class);
  }
}
