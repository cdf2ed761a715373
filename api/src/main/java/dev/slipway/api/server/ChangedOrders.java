package dev.slipway.api.server;

import dev.slipway.api.action.InputChecks;
import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
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
  private final OrderChecks checks;

  ChangedOrders(Transactions transactions, Servers servers, OrderChecks checks) {
    this.transactions = transactions;
    this.servers = servers;
    this.checks = checks;
  }

  @Override
  public FieldErrors faults(Caller caller, Action action, Map<String, Object> inputs) {
    var errors = new FieldErrors();
    return transactions.in(
        caller.scope(),
        () -> {
          servers
              .find(new ServerId(action.resource().id()))
              .ifPresent(server -> checks.checkChange(server, inputs, errors));
          return errors;
        });
  }
}
