package dev.slipway.workflows.sshkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A public key in OpenSSH's form: type, key, comment. Its inside is read as RFC 4253 and RFC 5656
/// want it, so that what is accepted here opens a server there.
///
/// @param type such as `ssh-ed25519`
/// @param key the key in base64
/// @param comment what stands behind it, empty for none
public record SshPublicKey(String type, String key, String comment) {

  private static final int LONGEST = 8_192;

  /// @throws IllegalArgumentException with a sentence a person can act on
  public SshPublicKey {
    SshKeyBlob.require(type, bytes(key));
  }

  /// Reads one line as `ssh-keygen` writes it into a `.pub` file.
  ///
  /// @throws IllegalArgumentException with a sentence a person can act on; it never repeats the
  ///   text
  public static SshPublicKey parse(String text) {
    String line = text.strip();
    if (line.contains("PRIVATE KEY")) {
      throw new IllegalArgumentException("This is a private key. Give the public one (.pub)");
    }
    if (line.length() > LONGEST) {
      throw new IllegalArgumentException("A public key has at most " + LONGEST + " characters");
    }
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A public key is one line");
    }
    String[] parts = line.split(" +", 3);
    if (parts.length < 2) {
      throw new IllegalArgumentException(
          "A public key has a type and a key, such as ssh-ed25519 AAAA…");
    }
    return new SshPublicKey(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
  }

  private static byte[] bytes(String key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(key);
      if (Base64.getEncoder().encodeToString(bytes).equals(key)) {
        return bytes;
      }
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException("The key is not valid base64", broken);
    }
    throw new IllegalArgumentException("The key is not valid base64");
  }

  /// The line as it stands in `authorized_keys`.
  public String line() {
    return comment.isEmpty() ? type + " " + key : type + " " + key + " " + comment;
  }

  /// What `ssh-keygen -l` shows: `SHA256:` and the hash in base64 without padding.
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(key));
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
