package dev.slipway.api.tenant;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells the names of tenants and people. Who sees only one tenant learns only names of that one;
/// everything else stays an id.
@Singleton
public class TenantService {
  private final Transactions transactions;
  private final Users users;

  TenantService(Transactions transactions, Users users) {
    this.transactions = transactions;
    this.users = users;
  }

  /// A tenant's name, or its id where there is none the caller may know.
  public String name(Caller caller, TenantId tenant) {
    if (!caller.may(Permission.TENANTS_VIEW_ALL) && !caller.tenant().equals(tenant)) {
      return tenant.value();
    }
    return transactions
        .in(Scope.PLATFORM, () -> users.tenant(tenant))
        .map(Tenant::name)
        .orElse(tenant.value());
  }

  /// The names of many tenants in one look; one the caller may not know is left out.
  public Map<TenantId, String> names(Caller caller, Set<TenantId> tenants) {
    if (!caller.may(Permission.TENANTS_VIEW_ALL) || tenants.isEmpty()) {
      return Map.of();
    }
    return transactions.reading(Scope.PLATFORM, () -> users.tenants(tenants)).stream()
        .collect(Collectors.toUnmodifiableMap(Tenant::id, Tenant::name));
  }

  /// Tenants to choose from, by name; none for who sees only his own.
  ///
  /// @param words a part of the name, may be empty
  /// @param most how many at most
  public List<Tenant> find(Caller caller, String words, int most) {
    return caller.may(Permission.TENANTS_VIEW_ALL)
        ? transactions.reading(Scope.PLATFORM, () -> users.tenantsLike(words, most))
        : List.of();
  }

  /// A person's name, or the text itself where it is not the id of somebody the caller may know.
  public String personName(Caller caller, String id) {
    if (!id.startsWith(UserId.PREFIX + "_")) {
      return id;
    }
    return transactions
        .in(Scope.PLATFORM, () -> users.byId(new UserId(id)))
        .filter(user -> isKnownTo(caller, user))
        .map(User::name)
        .orElse(id);
  }

  private static boolean isKnownTo(Caller caller, User user) {
    return caller.may(Permission.TENANTS_VIEW_ALL) || caller.tenant().equals(user.tenantId());
  }
}
