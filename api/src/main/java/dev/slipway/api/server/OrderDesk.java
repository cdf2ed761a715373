package dev.slipway.api.server;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/// Takes orders. Those of one tenant exclude each other in the database. They wait for that here,
/// before they hold a connection, so that who orders much keeps nobody else from the database.
@Singleton
class OrderDesk {

  /// Shorter than anybody waits for a connection.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Transactions transactions;
  private final Ordering ordering;
  private final ActionEngine engine;
  private final Turns turns = new Turns(PATIENCE);

  OrderDesk(Transactions transactions, Ordering ordering, ActionEngine engine) {
    this.transactions = transactions;
    this.ordering = ordering;
    this.engine = engine;
  }

  /// Stores the order and starts its action; while the engine is away it starts later.
  ///
  /// @param receipt runs in the transaction that stores the order
  /// @throws ProblemException `rate_limit_exceeded` while orders of the tenant are in the way
  Ordered order(Caller caller, OrderRequest request, Consumer<Ordered> receipt) {
    String tenant = Objects.requireNonNullElse(request.tenant(), caller.tenant().value());
    Ordered ordered = turns.in(tenant, () -> stored(caller, request, receipt), OrderDesk::tooMany);
    engine.start(ordered.action().id());
    return ordered;
  }

  private static ProblemException tooMany() {
    return ProblemException.tooMany("Too many orders at once.", PATIENCE);
  }

  private Ordered stored(Caller caller, OrderRequest request, Consumer<Ordered> receipt) {
    return transactions.in(
        caller.scope(),
        () -> {
          Ordered stored = ordering.accept(caller, request);
          receipt.accept(stored);
          return stored;
        });
  }
}
