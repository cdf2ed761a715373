package dev.slipway.api.server;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.LaneHeldException;
import dev.slipway.workflows.action.Lanes;
import dev.slipway.workflows.action.Resource;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lanes of servers: one action is at work on a server, others wait behind it.
@Singleton
public class ServerLanes {

  private final Transactions transactions;
  private final Servers servers;
  private final Lanes lanes;
  private final Actions actions;

  ServerLanes(Transactions transactions, Servers servers, Lanes lanes, Actions actions) {
    this.transactions = transactions;
    this.servers = servers;
    this.lanes = lanes;
    this.actions = actions;
  }

  /// A server's lane.
  ///
  /// @param holder the action at work, null when none is
  /// @param waiting those behind it, the next one first
  public record Lane(@Nullable Action holder, List<Action> waiting) {

    public Lane {
      waiting = List.copyOf(waiting);
    }
  }

  static Resource resource(ServerId server) {
    return new Resource("server", server.value());
  }

  /// @throws ProblemException `not_found`, also for another tenant's
  Server present(ServerId id) {
    return servers.find(id).orElseThrow(() -> ProblemException.notFound("server " + id));
  }

  /// @throws ProblemException `locked` when an action is at work on the server
  void requireFree(ServerId id) {
    Optional<ActionId> holder = lanes.holder(resource(id));
    if (holder.isPresent()) {
      throw ProblemException.locked(new LaneHeldException(resource(id), holder.get()));
    }
  }

  /// The action at work on a server and those that wait.
  ///
  /// @throws ProblemException `not_found`
  public Lane lane(Caller caller, ServerId id) {
    caller.require(Permission.ACTIONS_VIEW);
    return transactions.reading(caller.scope(), () -> laneOf(present(id).id()));
  }

  /// Brings those that wait into another order.
  ///
  /// @param order all of them, the next one first
  /// @throws ProblemException `not_found`, `invalid_input` when one is named twice, `conflict` when
  ///   they are not those that wait now
  public Lane reorder(Caller caller, ServerId id, List<ActionId> order) {
    caller.require(Permission.SERVERS_MANAGE);
    if (new HashSet<>(order).size() < order.size()) {
      throw ProblemException.invalid("/order", "repeated", "Name each action once.");
    }
    return transactions.in(
        caller.scope(),
        () -> {
          Server server = present(id);
          if (!lanes.reorder(resource(id), order)) {
            throw new ProblemException(
                ProblemType.CONFLICT, "These are not the actions that wait now. Look again.");
          }
          return laneOf(server.id());
        });
  }

  private Lane laneOf(ServerId id) {
    Action holder = lanes.holder(resource(id)).flatMap(actions::find).orElse(null);
    List<Action> waiting =
        lanes.waiting(resource(id)).stream().map(actions::find).flatMap(Optional::stream).toList();
    return new Lane(holder, waiting);
  }
}
