package dev.slipway.ui.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.api.tenant.TenantService;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts the names of servers and tenants to actions, which know them by id only.
@Singleton
public class ActionRows {
  private final ServerService servers;
  private final TenantService tenants;

  ActionRows(ServerService servers, TenantService tenants) {
    this.servers = servers;
    this.tenants = tenants;
  }

  /// The rows of actions, in their order.
  public List<ActionRow> of(Caller caller, List<Action> actions) {
    Map<TenantId, String> names = new HashMap<>();
    return actions.stream()
        .map(action ->
            new ActionRow(
                action,
                resource(caller, action),
                names.computeIfAbsent(action.tenantId(), tenant -> tenants.name(caller, tenant))))
        .toList();
  }

  private String resource(Caller caller, Action action) {
    try {
      return servers.find(caller, new ServerId(action.resource().id())).name().value();
    } catch (ProblemException gone) {
      return action.resource().id();
    }
  }
}
