package dev.slipway.api.security;

import dev.slipway.workflows.session.RefreshTokens;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Watches over answers that last longer than the sign-in behind them.
@Singleton
public class SessionWatch {

  private final RefreshTokens kept;
  private final Clock clock;

  SessionWatch(RefreshTokens kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  /// Why an answer must not go on: `token_expired`, or `session_ended` once somebody signed out,
  /// the session was revoked or the user is gone. Empty while it may.
  public Optional<String> end(Session session) {
    if (!session.expiresAt().isAfter(clock.instant())) {
      return Optional.of("token_expired");
    }
    String family = session.family();
    return family == null || kept.isAlive(family) ? Optional.empty() : Optional.of("session_ended");
  }

  /// How long until the access token expires; never negative.
  public Duration left(Session session) {
    Duration left = Duration.between(clock.instant(), session.expiresAt());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
