package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.session.RefreshTokens;
import dev.slipway.workflows.session.RefreshTokens.RefreshToken;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
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
  ///
  /// @throws ProblemException `unauthenticated` when the password was changed meanwhile
  Tokens.Pair begin(Admission admission) {
    return begin(admission, Tokens.random("fam_"));
  }

  /// Begins a visit to the panel.
  ///
  /// @return its family
  /// @throws ProblemException `unauthenticated` when the password was changed meanwhile
  public String open(Admission admission) {
    String family = Tokens.random("fam_");
    var _ = begin(admission, family);
    return family;
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
    end(() -> kept.lock(Tokens.hash(token)).map(RefreshToken::family).ifPresent(kept::revoke));
  }

  /// Ends a session by its family.
  public void endFamily(String family) {
    end(() -> kept.revoke(family));
  }

  /// Ends all sessions of a user but one, together with what makes them end: both or neither.
  ///
  /// @param present the family that stays, null for none
  /// @param cause answers whether it came to pass
  /// @return what the cause answered
  boolean endOthers(UserId user, @Nullable String present, BooleanSupplier cause) {
    return ending(() -> {
      boolean isToEnd = cause.getAsBoolean();
      if (isToEnd) {
        kept.revokeOthers(user, present);
      }
      return isToEnd;
    });
  }

  /// Forgets the sessions that expired.
  ///
  /// @return how many tokens were removed
  int purge() {
    return kept.purge(tokens.now());
  }

  private Tokens.Pair begin(Admission admission, String family) {
    Users.Credential seen = admission.seen();
    return in(() ->
            users
                .lock(seen.user().id())
                .filter(now -> now.passwordHash().equals(seen.passwordHash()))
                .map(now -> issue(now.user(), family)))
        .orElseThrow(SignIn::refused);
  }

  private Optional<Tokens.Pair> rotate(RefreshToken token) {
    if (tokens.isExpired(token)) {
      return Optional.empty();
    }
    if (token.isCurrent()) {
      kept.replaced(token.hash(), tokens.now());
      return goOn(token);
    }
    if (tokens.isInGrace(token)) {
      kept.replaced(token.hash(), Instant.EPOCH); // so that it works this once more only
      return goOn(token);
    }
    kept.revoke(token.family());
    return Optional.empty();
  }

  private Optional<Tokens.Pair> goOn(RefreshToken token) {
    return users.byId(token.user()).map(user -> issue(user, token.family()));
  }

  private Tokens.Pair issue(User user, String family) {
    Tokens.Fresh fresh = tokens.mint(user, family);
    kept.save(fresh.kept());
    return fresh.pair();
  }

  private void end(Runnable work) {
    var _ =
        ending(() -> {
          work.run();
          return true;
        });
  }

  /// Counted once it is committed, so that who sees the count also sees the end.
  private boolean ending(Supplier<Boolean> work) {
    try {
      return in(work);
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
