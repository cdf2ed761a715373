package dev.slipway.api.security;

import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Who is who by his password. An unknown address takes as long as a wrong password.
@Singleton
class Credentials {

  private final Users users;
  private final Transactions transactions;
  private final Passwords passwords;
  private final String nobody;

  Credentials(Users users, Transactions transactions, Passwords passwords) {
    this.users = users;
    this.transactions = transactions;
    this.passwords = passwords;
    this.nobody = passwords.hash("nobody has this password");
  }

  /// The user of an address, if this is his password.
  Optional<Users.Credential> check(String email, String password) {
    Optional<Users.Credential> found =
        transactions.in(Scope.PLATFORM, () -> users.byEmail(email.strip()));
    boolean fits =
        passwords.matches(password, found.map(Users.Credential::passwordHash).orElse(nobody));
    return found.filter(_ -> fits);
  }

  /// What is kept of a password.
  String hash(String password) {
    return passwords.hash(password);
  }

  /// Gives a user another password, if he still has the one that was checked.
  ///
  /// @return whether he had it
  boolean renew(Users.Credential checked, String hash) {
    return users.renew(checked, hash);
  }
}
