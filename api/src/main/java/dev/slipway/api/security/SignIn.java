package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets people in. An unknown address and a wrong password take the same time and get the same
/// words, so that nobody learns who has an account.
@Singleton
public class SignIn {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;

  private final Users users;
  private final Transactions transactions;
  private final Passwords passwords;
  // An unknown address takes as long as a wrong password.
  private final String nobody;
  private final SignInThrottle throttle;

  SignIn(Users users, Transactions transactions, Passwords passwords, SignInThrottle throttle) {
    this.users = users;
    this.transactions = transactions;
    this.passwords = passwords;
    this.nobody = passwords.hash("nobody has this password");
    this.throttle = throttle;
  }

  /// Checks a password and writes down the sign-in.
  ///
  /// @throws ProblemException `unauthenticated`, `rate_limit_exceeded`
  public Caller authenticate(String email, String password) {
    return authenticate(email, password, "");
  }

  /// Checks a password and writes down the sign-in; after several failures the next attempt must
  /// wait.
  ///
  /// @param address where the request comes from, in digits; empty when unknown
  /// @throws ProblemException `unauthenticated`, `rate_limit_exceeded`
  public Caller authenticate(String email, String password, String address) {
    var attempt = new SignInThrottle.Attempt(email, address);
    throttle.admit(attempt);
    Optional<Users.Credential> found =
        transactions.in(Scope.PLATFORM, () -> users.byEmail(email.strip()));
    boolean fits =
        passwords.matches(password, found.map(Users.Credential::passwordHash).orElse(nobody));
    if (found.isEmpty() || !fits) {
      throttle.failed(attempt);
      throw new ProblemException(
          ProblemType.UNAUTHENTICATED, "The e-mail address or the password is wrong.");
    }
    User user = found.get().user();
    Instant now = throttle.succeeded(attempt);
    transactions.in(
        Scope.PLATFORM,
        () -> {
          users.signedIn(user.id(), now);
          return user;
        });
    return callerOf(user);
  }

  /// The caller as the tables know him now.
  ///
  /// @throws ProblemException `unauthenticated` when he is gone
  public Profile profile(Caller caller) {
    return transactions.in(
        Scope.PLATFORM,
        () -> {
          User user = users.byId(caller.user()).orElseThrow(SignIn::gone);
          Tenant tenant = users.tenant(user.tenantId()).orElseThrow(SignIn::gone);
          return new Profile(user, tenant);
        });
  }

  /// Changes the caller's password.
  ///
  /// @throws ProblemException `invalid_input` when the present one is wrong or the new one too
  ///   short
  public void changePassword(Caller caller, @Nullable String current, @Nullable String next) {
    if (next == null || next.length() < SHORTEST || next.length() > LONGEST) {
      throw ProblemException.invalid(
          "/new", "length", "A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    User user = profile(caller).user();
    Optional<Users.Credential> known =
        transactions.in(Scope.PLATFORM, () -> users.byEmail(user.email()));
    String hash = known.map(Users.Credential::passwordHash).orElse(nobody);
    if (current == null || !passwords.matches(current, hash)) {
      throw ProblemException.invalid("/current", "mismatch", "The present password is wrong.");
    }
    String renewed = passwords.hash(next);
    transactions.in(
        Scope.PLATFORM,
        () -> {
          users.save(user, renewed);
          return user;
        });
  }

  static Caller callerOf(User user) {
    return new Caller(user.id(), user.tenantId(), user.role());
  }

  private static ProblemException gone() {
    return new ProblemException(ProblemType.UNAUTHENTICATED);
  }
}
