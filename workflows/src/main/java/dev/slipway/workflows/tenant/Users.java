package dev.slipway.workflows.tenant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The people who sign in. Looked up before anybody is known, so outside any tenant's scope.
public interface Users {

  /// A user with the hash of his password.
  record Credential(User user, String passwordHash) {

    @Override
    public String toString() {
      return user.id() + " ***";
    }
  }

  /// The user of an e-mail address, in any case of letters.
  Optional<Credential> byEmail(String email);

  /// The user of an id.
  Optional<User> byId(UserId id);

  /// The user of an id, locked until the transaction ends: nobody else changes his password or his
  /// sessions meanwhile.
  Optional<Credential> lock(UserId id);

  /// The tenant of an id.
  Optional<Tenant> tenant(TenantId id);

  /// Those of these tenants that exist, in no order.
  List<Tenant> tenants(Collection<TenantId> ids);

  /// Tenants that have a text in their name, in any case of letters, by name.
  ///
  /// @param most how many at most
  List<Tenant> tenantsLike(String text, int most);

  /// Writes down a sign-in.
  void signedIn(UserId id, Instant at);

  /// Gives a user another password, if he still has the one that was seen.
  ///
  /// @param seen whose hash it was
  /// @return whether he has it now
  boolean renew(Credential seen, String passwordHash);

  /// Makes the tenant or changes its name.
  void save(Tenant tenant);

  /// Makes the user, or changes everything but the id.
  void save(User user, String passwordHash);
}
