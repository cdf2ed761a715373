package dev.slipway.ui.action;

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
import java.util.stream.Collectors;

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
    var serverNames = namesOf(caller, actions);
    Map<TenantId, String> tenantNames = new HashMap<>();
    return actions.stream()
        .map(action ->
            new ActionRow(
                action,
                serverNames.getOrDefault(resource(action), action.resource().id()),
                tenantNames.computeIfAbsent(action.tenantId(), id -> tenants.name(caller, id))))
        .toList();
  }

  private Map<ServerId, String> namesOf(Caller caller, List<Action> actions) {
    var ids = actions.stream().map(ActionRows::resource).collect(Collectors.toSet());
    return servers.names(caller, ids).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().value()));
  }

  private static ServerId resource(Action action) {
    return new ServerId(action.resource().id());
  }
}
