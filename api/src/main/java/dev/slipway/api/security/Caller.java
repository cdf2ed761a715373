package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.action.Requester;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.UserId;
import java.util.Set;

/// Who asks, whatever door he came through.
public record Caller(UserId user, TenantId tenant, Role role) {

  /// What he may do.
  public Set<Permission> permissions() {
    return role.permissions();
  }

  /// Whether he may do something.
  public boolean may(Permission permission) {
    return permissions().contains(permission);
  }

  /// Refuses him what he may not do.
  ///
  /// @throws ProblemException `forbidden` when he may not
  public void require(Permission permission) {
    if (!may(permission)) {
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
  }

  /// Whose rows he sees.
  public Scope scope() {
    return role.isPlatform() ? Scope.PLATFORM : Scope.of(tenant);
  }

  /// Whether he reads raw errors, external ids and provider names.
  public boolean isOperator() {
    return may(Permission.ACTIONS_REPAIR);
  }

  /// How he stands in an action.
  public Requester asRequester() {
    return new Requester(user.value(), isOperator() ? "operator" : "user");
  }
}
