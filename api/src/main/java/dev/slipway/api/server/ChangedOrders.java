package dev.slipway.api.server;

import dev.slipway.api.action.InputChecks;
import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.OrderChanges;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.Map;

/// Checks what an operator changes about an order as the order itself was checked.
@Singleton
final class ChangedOrders implements InputChecks {

  private final Transactions transactions;
  private final Servers servers;
  private final OrderChanges changes;

  ChangedOrders(Transactions transactions, Servers servers, Catalog catalog) {
    this.transactions = transactions;
    this.servers = servers;
    this.changes = new OrderChanges(catalog);
  }

  @Override
  public FieldErrors faults(Caller caller, Action action, Map<String, Object> inputs) {
    var errors = new FieldErrors();
    return transactions.in(
        caller.scope(),
        () -> {
          servers
              .find(new ServerId(action.resource().id()))
              .ifPresent(server -> check(server, inputs, errors));
          return errors;
        });
  }

  private void check(Server server, Map<String, Object> inputs, FieldErrors errors) {
    if (inputs.get("image") instanceof String image) {
      OrderChecks.addAll(changes.toImage(server, image), errors);
    }
    if (inputs.get("location") instanceof String location) {
      OrderChecks.addAll(changes.toLocation(server, location), errors);
    }
  }
}
