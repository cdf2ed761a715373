package dev.slipway.workflows.session;

import dev.slipway.workflows.tenant.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps hashes of refresh tokens in families: each rotation replaces the token, and the use of one
/// that was replaced long ago revokes the whole family.
///
/// Whatever goes on with a family or ends it locks its user first, until the transaction ends: who
/// ends one would else not see the token that goes on with it and is not committed yet.
public interface RefreshTokens {

  /// A stored token.
  ///
  /// @param hash SHA-256 of the token, in hexadecimal
  /// @param family the sign-in it descends from
  /// @param isCurrent whether it was not replaced yet
  /// @param replacedAt when it was replaced, [Instant#MAX] while current
  record RefreshToken(
      String hash,
      String family,
      UserId user,
      Instant expiresAt,
      boolean isCurrent,
      Instant replacedAt) {}

  /// Stores a token.
  void save(RefreshToken token);

  /// The token of a hash, as it stands once its user is locked.
  Optional<RefreshToken> lock(String hash);

  /// Marks a token as replaced; one that was keeps the new moment.
  void replaced(String hash, Instant at);

  /// Whether a family is there: it was begun, and neither signed out nor revoked, and its user is
  /// still there.
  boolean isAlive(String family);

  /// Removes a family.
  void revoke(String family);

  /// Removes all families of a user but one.
  ///
  /// @param kept the one that stays, null for none
  void revokeOthers(UserId user, @Nullable String kept);

  /// Removes what expired.
  ///
  /// @param before what expired earlier goes
  /// @return how many tokens were removed
  int purge(Instant before);
}
