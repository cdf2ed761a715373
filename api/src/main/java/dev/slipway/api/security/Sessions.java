package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.session.RefreshTokens;
import dev.slipway.workflows.session.RefreshTokens.RefreshToken;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps clients signed in. A refresh token works once; the one before works once more for a
/// moment, because an answer can be lost; after that its use is a theft and ends the family.
///
/// A visit to the panel is a family too, whose tokens nobody gets.
@Singleton
public final class Sessions {

  private final RefreshTokens kept;
  private final Users users;
  private final Tokens tokens;
  private final Transactions transactions;
  private final AtomicLong endings = new AtomicLong();

  Sessions(RefreshTokens kept, Users users, Tokens tokens, Transactions transactions) {
    this.kept = kept;
    this.users = users;
    this.tokens = tokens;
    this.transactions = transactions;
  }

  /// Begins a session.
  Tokens.Pair begin(UserId user) {
    return in(() -> issue(user, Tokens.random("fam_"))).orElseThrow(Sessions::ended);
  }

  /// Begins a visit to the panel.
  ///
  /// @return its family
  public String open(UserId user) {
    String family = Tokens.random("fam_");
    return in(() -> issue(user, family)).map(_ -> family).orElseThrow(Sessions::ended);
  }

  /// Whether nobody signed out, changed the password elsewhere or removed the user.
  public boolean isOpen(String family) {
    return kept.isAlive(family);
  }

  /// How often this process let people sign out or change a password: while it stays the same, only
  /// another process can have ended a session.
  public long endings() {
    return endings.get();
  }

  /// Goes on with new tokens.
  ///
  /// @throws ProblemException `unauthenticated`
  Tokens.Pair refresh(String token) {
    return in(() -> kept.lock(Tokens.hash(token)).flatMap(this::rotate))
        .orElseThrow(Sessions::ended);
  }

  /// Ends the session of a refresh token.
  void end(String token) {
    ending(() -> kept.lock(Tokens.hash(token)).map(RefreshToken::family).ifPresent(kept::revoke));
  }

  /// Ends a session by its family.
  public void endFamily(String family) {
    ending(() -> kept.revoke(family));
  }

  /// Ends all sessions of a user but one, together with what makes them end: both or neither.
  ///
  /// @param present the family that stays, null for none
  void endOthers(UserId user, @Nullable String present, Runnable cause) {
    ending(() -> {
      cause.run();
      kept.revokeOthers(user, present);
    });
  }

  /// Forgets the sessions that expired.
  ///
  /// @return how many tokens were removed
  int purge() {
    return kept.purge(tokens.now());
  }

  private Optional<Tokens.Pair> rotate(RefreshToken token) {
    if (tokens.isExpired(token)) {
      return Optional.empty();
    }
    if (token.isCurrent()) {
      kept.replaced(token.hash(), tokens.now());
      return issue(token.user(), token.family());
    }
    if (tokens.isInGrace(token)) {
      kept.replaced(token.hash(), Instant.EPOCH); // so that it works this once more only
      return issue(token.user(), token.family());
    }
    kept.revoke(token.family());
    return Optional.empty();
  }

  private Optional<Tokens.Pair> issue(UserId id, String family) {
    return users
        .byId(id)
        .map(user -> {
          Tokens.Fresh fresh = tokens.mint(user, family);
          kept.save(fresh.kept());
          return fresh.pair();
        });
  }

  /// Counted once it is committed, so that who sees the count also sees the end.
  private void ending(Runnable work) {
    try {
      in(() -> {
        work.run();
        return true;
      });
    } finally {
      endings.incrementAndGet();
    }
  }

  private <T> T in(Supplier<T> work) {
    return transactions.in(Scope.PLATFORM, work);
  }

  private static ProblemException ended() {
    return new ProblemException(ProblemType.UNAUTHENTICATED, "The session has ended. Sign in.");
  }
}
