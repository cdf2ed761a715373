package dev.slipway.workflows.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshPublicKeyTest {

  private static String file(String name) {
    try (InputStream stream = SshPublicKeyTest.class.getResourceAsStream("/ssh/" + name + ".pub")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static SshPublicKey key(String name) {
    return SshPublicKey.parse(file(name));
  }

  private static byte[] strings(byte[]... parts) {
    var blob = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      blob.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
      blob.writeBytes(part);
    }
    return blob.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String line(String type, byte[] blob) {
    return type + " " + Base64.getEncoder().encodeToString(blob);
  }

  @ParameterizedTest
  @CsvSource({
    "ed25519,SHA256:pzsMT1I7KY4JuB3Wr5ZZlAq2vsLSxWxpUUnIYRYTQ4A",
    "rsab2048,SHA256:FbrB0+NdnwDLRwZZaWqOmf0sSa0lyf7ZMNUySaH/28I",
    "ecdsab256,SHA256:ovzPCj/NAcxTAXltbIBzKXgE/Is1LNaN26BPyr6qiEQ",
    "ecdsab384,SHA256:p6JlkOv5zKuvvmlmYNnOQjAuS7mIYv0JFQ9XrZTVy60",
    "ecdsab521,SHA256:Wx8jyqsunLAHml1eFq40UINenTEWsJZRr4GTUCSvTcQ"
  })
  void a_key_of_ssh_keygen_has_the_fingerprint_that_it_shows(String name, String fingerprint) {
    assertThat(key(name).fingerprint()).isEqualTo(fingerprint);
    assertThat(key(name).comment()).isEqualTo("me@example.org");
    assertThat(key(name).line()).isEqualTo(file(name).strip());
  }

  @Test
  void keys_of_security_keys_are_taken() {
    String type = "sk-ssh-ed25519@openssh.com";
    byte[] blob = strings(ascii(type), new byte[32], ascii("ssh:"));

    assertThat(SshPublicKey.parse(line(type, blob)).fingerprint()).startsWith("SHA256:");
    assertThatThrownBy(
            () -> SshPublicKey.parse(line(type, strings(ascii(type), new byte[32], new byte[0]))))
        .hasMessageContaining("application");
  }

  @Test
  void a_comment_is_not_needed_and_may_have_blanks() {
    String[] parts = file("ed25519").split(" ", -1);

    assertThat(SshPublicKey.parse(parts[0] + " " + parts[1]).comment()).isEmpty();
    assertThat(SshPublicKey.parse(parts[0] + "  " + parts[1] + " my old laptop").comment())
        .isEqualTo("my old laptop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssh-ed25519",
        "nonsense",
        "ssh-ed25519 !!!!",
        "ssh-ed25519 AAAA",
        "ssh-dss AAAAB3NzaC1kc3MAAACBAP",
        "command=\"rm\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2AAAA",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2 a\nssh-ed25519 b"
      })
  void what_is_no_key_is_refused(String text) {
    assertThatThrownBy(() -> SshPublicKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("[A-Z].{10,}");
  }

  @Test
  void a_private_key_is_refused_and_not_repeated() {
    assertThatThrownBy(() -> SshPublicKey.parse("-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n"))
        .hasMessageContaining("private key")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void a_short_rsa_key_is_refused() {
    assertThatThrownBy(() -> key("rsab1024")).hasMessageContaining("2048");
  }

  @Test
  void an_rsa_key_of_senseless_numbers_is_refused() {
    byte[] odd = new byte[257];
    Arrays.fill(odd, 1, 257, (byte) 0xff);
    byte[] even = odd.clone();
    even[256] = (byte) 0xfe;
    byte[] type = ascii("ssh-rsa");
    byte[] exponent = {1, 0, 1};

    assertThat(SshPublicKey.parse(line("ssh-rsa", strings(type, exponent, odd))).type())
        .isEqualTo("ssh-rsa");
    assertRefused("ssh-rsa", strings(type, new byte[] {1}, odd), "exponent");
    assertRefused("ssh-rsa", strings(type, new byte[] {4}, odd), "exponent");
    assertRefused("ssh-rsa", strings(type, exponent, even), "modulus");
    assertRefused("ssh-rsa", strings(type, new byte[0], odd), "makes no sense");
    assertRefused("ssh-rsa", strings(type, exponent, new byte[] {-1}), "makes no sense");
    assertRefused("ssh-rsa", strings(type, exponent), "cut short");
  }

  @Test
  void a_point_off_its_curve_is_refused() {
    byte[] blob = Base64.getDecoder().decode(file("ecdsab256").split(" ", -1)[1]);
    byte[] moved = blob.clone();
    moved[moved.length - 1] ^= 1;
    byte[] compressed = blob.clone();
    compressed[compressed.length - 65] = 2;

    assertRefused("ecdsa-sha2-nistp256", moved, "curve");
    assertRefused("ecdsa-sha2-nistp256", compressed, "point");
  }

  @Test
  void a_text_without_end_is_refused() {
    assertThatThrownBy(() -> SshPublicKey.parse("ssh-rsa " + "A".repeat(9_000)))
        .hasMessageContaining("at most");
  }

  private static void assertRefused(String type, byte[] blob, String why) {
    assertThatThrownBy(() -> SshPublicKey.parse(line(type, blob))).hasMessageContaining(why);
  }
}
