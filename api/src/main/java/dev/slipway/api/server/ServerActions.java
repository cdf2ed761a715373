package dev.slipway.api.server;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerActionKind;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/// Begins actions on servers that exist.
@Singleton
public class ServerActions {

  private final Transactions transactions;
  private final ServerLanes lanes;
  private final ServerActionStore store;
  private final ActionEngine engine;

  ServerActions(
      Transactions transactions, ServerLanes lanes, ServerActionStore store, ActionEngine engine) {
    this.transactions = transactions;
    this.lanes = lanes;
    this.store = store;
    this.engine = engine;
  }

  /// What is asked of which server.
  ///
  /// @param mayQueue whether it waits while another action is at work on the server
  public record Wish(
      ServerId server, ServerActionKind kind, ServerActionRequest request, boolean mayQueue) {}

  /// Stores the action and starts it when its turn comes. While the engine is away it starts later.
  ///
  /// @param receipt runs in the transaction that stores the action
  /// @throws dev.slipway.api.http.ProblemException `not_found`, `locked` with the action at work
  ///   unless it may queue, `conflict` for a server that is gone or was never built,
  ///   `unsupported_by_provider` for a kind without a plan, and what the plan refuses
  public Action begin(Caller caller, Wish wish, Consumer<Action> receipt) {
    caller.require(Permission.SERVERS_MANAGE);
    Action begun =
        transactions.in(
            caller.scope(),
            () -> {
              Server server = lanes.present(wish.server());
              if (!wish.mayQueue()) {
                lanes.requireFree(server.id());
              }
              Action stored = store.store(caller, server, wish);
              receipt.accept(stored);
              return stored;
            });
    engine.start(begun.id());
    return begun;
  }
}
