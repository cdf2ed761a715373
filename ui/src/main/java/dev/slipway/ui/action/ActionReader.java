package dev.slipway.ui.action;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.api.tenant.TenantService;
import dev.slipway.ui.action.ActionReading.Decision;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionEvent;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.AttentionGroup;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.step.CommandKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what the page of an action shows.
@Singleton
class ActionReader {
  private static final PageRequest ALL_GROUPS = new PageRequest(1, PageRequest.MAX_PER_PAGE);

  private final ActionService actions;
  private final ServerService servers;
  private final TenantService tenants;
  private final OrderedPartsReader parts;

  ActionReader(
      ActionService actions,
      ServerService servers,
      TenantService tenants,
      OrderedPartsReader parts) {
    this.actions = actions;
    this.servers = servers;
    this.tenants = tenants;
    this.parts = parts;
  }

  /// @throws dev.slipway.api.http.ProblemException `not_found`
  ActionReading read(Caller caller, ActionId id, Instant now) {
    var action = actions.find(caller, id);
    var server = servers.find(caller, new ServerId(action.resource().id()));
    boolean isOperator = caller.isOperator();
    return new ActionReading(
        action,
        server,
        parts.of(caller, server),
        tenants.name(caller, action.tenantId()),
        tenants.personName(caller, action.requestedBy().id()),
        isOperator ? decisions(caller, id) : List.of(),
        actions.parkings(caller, id),
        allowed(caller, action),
        actions.isAbortHeldBack(caller, action),
        options(caller, action),
        isOperator ? sameCause(caller, action) : 0,
        isOperator,
        now);
  }

  private Set<CommandKind> allowed(Caller caller, Action action) {
    return actions.allowedCommands(caller, action).stream()
        .map(CommandKind::ofCode)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private InputOptions options(Caller caller, Action action) {
    return caller.isOperator() && action.parking() != null
        ? parts.options(caller)
        : new InputOptions(Map.of());
  }

  private List<Decision> decisions(Caller caller, ActionId id) {
    return actions.events(caller, id).stream().map(event -> decision(caller, event)).toList();
  }

  private Decision decision(Caller caller, ActionEvent event) {
    var reason = event.reason();
    return new Decision(
        event.at(),
        event.kind(),
        tenants.personName(caller, event.actor()),
        reason == null ? "" : reason);
  }

  private long sameCause(Caller caller, Action action) {
    var parking = action.parking();
    if (parking == null || ActionWords.isOfWrongId(action)) {
      return 0;
    }
    long all =
        actions.attention(caller, ALL_GROUPS).items().stream()
            .filter(
                group -> group.cause() == parking.cause() && group.step().equals(parking.step()))
            .mapToLong(AttentionGroup::count)
            .sum();
    return Math.max(0, all - 1);
  }
}
