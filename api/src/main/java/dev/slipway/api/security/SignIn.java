package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Lets people in. An unknown address and a wrong password take the same time and get the same
/// words, so that nobody learns who has an account.
@Singleton
public class SignIn {

  private final Users users;
  private final Transactions transactions;
  private final Credentials credentials;
  private final SignInThrottle throttle;

  SignIn(Users users, Transactions transactions, Credentials credentials, SignInThrottle throttle) {
    this.users = users;
    this.transactions = transactions;
    this.credentials = credentials;
    this.throttle = throttle;
  }

  /// Checks a password and writes down the sign-in.
  ///
  /// @throws ProblemException `unauthenticated`, `rate_limit_exceeded`
  public Admission authenticate(String email, String password) {
    return authenticate(email, password, "");
  }

  /// Checks a password and writes down the sign-in; after several failures the next attempt must
  /// wait.
  ///
  /// @param address where the request comes from, in digits; empty when unknown
  /// @throws ProblemException `unauthenticated`, `rate_limit_exceeded`
  public Admission authenticate(String email, String password, String address) {
    var attempt = new SignInThrottle.Attempt(email, address);
    throttle.admit(attempt);
    Optional<Users.Credential> known = credentials.check(email, password);
    if (known.isEmpty()) {
      throttle.failed(attempt);
      throw refused();
    }
    User user = known.get().user();
    Instant now = throttle.succeeded(attempt);
    transactions.in(
        Scope.PLATFORM,
        () -> {
          users.signedIn(user.id(), now);
          return user;
        });
    return new Admission(known.get());
  }

  /// What somebody is told whose address or password is wrong.
  static ProblemException refused() {
    return new ProblemException(
        ProblemType.UNAUTHENTICATED, "The e-mail address or the password is wrong.");
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

  static Caller callerOf(User user) {
    return new Caller(user.id(), user.tenantId(), user.role());
  }

  private static ProblemException gone() {
    return new ProblemException(ProblemType.UNAUTHENTICATED);
  }
}
