package dev.slipway.activities.tenant;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import dev.slipway.workflows.tenant.Passwords;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/// [Passwords] by bcrypt. What is longer than the 72 bytes bcrypt reads is hashed first, so that no
/// character is ignored.
@Singleton
final class BcryptPasswords implements Passwords {

  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

  private final int cost;

  BcryptPasswords(@Value("${slipway.password.cost:12}") int cost) {
    this.cost = cost;
  }

  @Override
  public String hash(String plain) {
    byte[] hash =
        BCrypt.with(LongPasswordStrategies.hashSha512(VERSION))
            .hash(cost, plain.getBytes(StandardCharsets.UTF_8));
    return new String(hash, StandardCharsets.US_ASCII);
  }

  @Override
  public boolean matches(String plain, String hash) {
    return BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
        .verify(plain.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.US_ASCII))
        .verified;
  }
}
