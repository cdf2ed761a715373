package dev.slipway.api.security;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.ProblemException;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes a password. Whoever else uses the account is signed out, for the change may be the
/// answer to a theft.
@Singleton
public class PasswordChange {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;

  private final Credentials credentials;
  private final SignInThrottle throttle;
  private final Sessions sessions;

  PasswordChange(Credentials credentials, SignInThrottle throttle, Sessions sessions) {
    this.credentials = credentials;
    this.throttle = throttle;
    this.sessions = sessions;
  }

  /// Who wants it.
  ///
  /// @param family his present session, which stays; null for none
  /// @param address where the request comes from, in digits; empty when unknown
  public record Wish(User user, @Nullable String family, String address) {}

  /// Changes the password and ends the other sessions, both or neither. Wrong guesses at the
  /// present password count as failed sign-ins.
  ///
  /// @throws ProblemException `invalid_input` when the present one is wrong or the new one too
  ///   short, too long or blank, `rate_limit_exceeded` after several wrong guesses
  public void change(Wish wish, @Nullable String current, @Nullable String next) {
    var errors = new FieldErrors();
    User user = wish.user();
    var attempt = new SignInThrottle.Attempt(user.email(), wish.address());
    Optional<Users.Credential> checked = Optional.empty();
    if (current == null) {
      errors.add("/current", "required", "The present password is needed.");
    } else {
      throttle.admit(attempt);
      checked = credentials.check(user.email(), current);
      if (checked.isEmpty()) {
        mismatch(attempt, errors);
      }
    }
    if (next == null || next.isBlank() || next.length() < SHORTEST || next.length() > LONGEST) {
      errors.add(
          "/new",
          "length",
          "A password has " + SHORTEST + " to " + LONGEST + " characters, and not only spaces.");
    }
    errors.throwIfAny();
    throttle.succeeded(attempt);
    Users.Credential seen = checked.orElseThrow();
    String hash = credentials.hash(Objects.requireNonNull(next));
    if (!sessions.endOthers(user.id(), wish.family(), () -> credentials.renew(seen, hash))) {
      // somebody else has changed it since it was checked
      mismatch(attempt, errors);
      errors.throwIfAny();
    }
  }

  private void mismatch(SignInThrottle.Attempt attempt, FieldErrors errors) {
    throttle.failed(attempt);
    errors.add("/current", "mismatch", "The present password is wrong.");
  }
}
