package dev.slipway.api.security;

import dev.slipway.workflows.session.RefreshTokens.RefreshToken;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;

/// Mints access and refresh tokens and knows how long each is good for.
@Singleton
final class Tokens {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final TokenGenerator generator;
  private final SessionSettings settings;
  private final Clock clock;

  Tokens(TokenGenerator generator, SessionSettings settings, Clock clock) {
    this.generator = generator;
    this.settings = settings;
    this.clock = clock;
  }

  /// What a client gets.
  ///
  /// @param expiresIn seconds until the access token expires
  record Pair(String access, String refresh, long expiresIn) {

    @Override
    public String toString() {
      return "***";
    }
  }

  /// A refresh token's secret, and what is kept of it.
  record Fresh(Pair pair, RefreshToken kept) {}

  /// New tokens of a family.
  Fresh mint(User user, String family) {
    String refresh = random("slr_");
    Instant now = clock.instant();
    return new Fresh(
        new Pair(access(user, family, now), refresh, settings.access().toSeconds()),
        new RefreshToken(
            hash(refresh), family, user.id(), now.plus(settings.refresh()), true, Instant.MAX));
  }

  /// The time that replacing and expiring go by.
  Instant now() {
    return clock.instant();
  }

  boolean isExpired(RefreshToken token) {
    return !token.expiresAt().isAfter(now());
  }

  /// Whether a token was replaced so lately that its client may have missed the answer.
  boolean isInGrace(RefreshToken token) {
    return token.replacedAt().plus(settings.grace()).isAfter(now());
  }

  private String access(User user, String family, Instant now) {
    UserId id = user.id();
    return generator
        .generateToken(
            Map.of(
                "sub",
                id.value(),
                Callers.TENANT,
                user.tenantId().value(),
                Callers.ROLE,
                user.role().code(),
                Callers.FAMILY,
                family,
                "iat",
                Date.from(now),
                "exp",
                Date.from(now.plus(settings.access()))))
        .orElseThrow(() -> new IllegalStateException("no access token could be signed"));
  }

  /// A text that nobody can guess.
  static String random(String prefix) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// What is kept of a refresh token.
  static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
