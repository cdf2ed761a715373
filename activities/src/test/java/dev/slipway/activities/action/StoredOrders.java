package dev.slipway.activities.action;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;

/// Servers and actions in the tables of a test, each written and read as its tenant.
public final class StoredOrders {

  private final Storage storage;

  public StoredOrders(Storage storage) {
    this.storage = storage;
  }

  /// Removes all of them.
  public void sweep() {
    storage.execute(
        "delete from lane",
        "delete from action_attempt",
        "delete from action_step",
        "delete from action",
        "delete from server");
  }

  /// Stores a server.
  public void store(Server server) {
    storage.as(
        server.tenantId(),
        () -> {
          storage.get(Servers.class).create(server, null);
          return server;
        });
  }

  /// Stores an action.
  public void create(NewAction action) {
    storage.as(
        action.tenantId(),
        () -> {
          storage.get(Actions.class).create(action);
          return action;
        });
  }

  /// The action as it stands.
  public Action find(NewAction action) {
    return storage
        .as(action.tenantId(), () -> storage.get(Actions.class).find(action.id()))
        .orElseThrow();
  }
}
