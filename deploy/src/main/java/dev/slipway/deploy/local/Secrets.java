package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Generated passwords and keys, one file (mode 0600) each, made once and kept.
final class Secrets {

  private static final int KEY_BYTES = 32;
  private static final int PASSWORD_BYTES = 24;

  private final Path directory;
  private final SecureRandom random = new SecureRandom();

  Secrets(Path directory) {
    this.directory = directory;
  }

  /// The key that encrypts secrets at rest: 32 random bytes in Base64.
  String encryptionKey() throws IOException {
    return kept("secret-key", Base64.getEncoder().encodeToString(bytes(KEY_BYTES)));
  }

  /// The password of a database role, hexadecimal, so it needs no quoting anywhere.
  String password(String role) throws IOException {
    return kept(role, HexFormat.of().formatHex(bytes(PASSWORD_BYTES)));
  }

  /// Where the secret of that name is kept.
  Path file(String name) {
    return directory.resolve(name);
  }

  private String kept(String name, String fresh) throws IOException {
    Path file = file(name);
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    PrivateFiles.write(file, fresh + "\n");
    return fresh;
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
