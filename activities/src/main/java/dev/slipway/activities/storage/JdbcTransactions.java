package dev.slipway.activities.storage;

import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import dev.slipway.workflows.tenant.Transactions;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Transactions of PostgreSQL; the first statement binds the scope that the policies read. Of what
/// only reads each statement of [Sql] is one of its own, and repositories see no tenant's rows.
@Singleton
public final class JdbcTransactions implements Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);

  private static final TransactionDefinition JOINING =
      TransactionDefinition.of(Propagation.REQUIRED);
  private static final TransactionDefinition ALONE =
      TransactionDefinition.of(Propagation.REQUIRES_NEW);

  private static final String SET_SCOPE = "select set_config('slipway.scope', ?, true)";
  private static final String SET_RELAXED_SCOPE =
      """
      select set_config('slipway.scope', ?, true), set_config('synchronous_commit', 'off', true)
      """;

  private final TransactionOperations<Connection> transactions;
  private final ConnectionOperations<Connection> connections;
  private final String relaxed;

  JdbcTransactions(
      TransactionOperations<Connection> transactions,
      ConnectionOperations<Connection> connections,
      DatabaseSettings settings) {
    this.transactions = transactions;
    this.connections = connections;
    this.relaxed = settings.everyCommitWaits() ? SET_SCOPE : SET_RELAXED_SCOPE;
  }

  @Override
  public <T> T in(Scope scope, Supplier<T> work) {
    return join(scope, SET_SCOPE, work);
  }

  @Override
  public <T> T relaxedIn(Scope scope, Supplier<T> work) {
    return join(scope, relaxed, work);
  }

  @Override
  public <T> T reading(Scope scope, Supplier<T> work) {
    if (CurrentScope.VALUE.isBound()) {
      return work.get();
    }
    return transactions.findTransactionStatus().isPresent()
        ? in(scope, work)
        : outageAware(() ->
            connections.execute(ConnectionDefinition.DEFAULT, status -> withoutOne(scope, work)));
  }

  /// Runs work in a transaction of its own, whatever transaction the caller is in. Its commit does
  /// not wait for the disk: the next one that does takes it along.
  public <T> T relaxedAloneIn(Scope scope, Supplier<T> work) {
    return restoring(() -> open(ALONE, scope, SET_RELAXED_SCOPE, work));
  }

  /// Runs work in a transaction that sees no tenant's rows, for tables that are none's.
  public <T> T outside(Supplier<T> work) {
    return restoring(() -> outageAware(() -> transactions.execute(JOINING, status -> work.get())));
  }

  /// Looks at every tenant's rows for a moment, inside the caller's transaction and on its
  /// connection; for figures that name nobody.
  public <T> T acrossTenants(Supplier<T> work) {
    if (!CurrentScope.VALUE.isBound()) {
      return reading(Scope.PLATFORM, work);
    }
    if (!CurrentScope.VALUE.get().isTransaction()) {
      return withoutOne(Scope.PLATFORM, work);
    }
    Scope outer = CurrentScope.VALUE.get().scope();
    bind(Scope.PLATFORM);
    try {
      T result = within(Scope.PLATFORM, work);
      bind(outer);
      return result;
    } catch (RuntimeException e) {
      restore(outer, e);
      throw e;
    }
  }

  /// Where the failure was the database's, the transaction is lost and no scope can be bound; then
  /// nothing can be read in it either.
  private void restore(Scope outer, RuntimeException failure) {
    try {
      bind(outer);
    } catch (IllegalStateException lost) {
      failure.addSuppressed(lost);
    }
  }

  private void bind(Scope scope) {
    try {
      bind(transactions.getConnection(), scope, SET_SCOPE);
    } catch (SQLException e) {
      throw new IllegalStateException("binding a transaction to " + scope, e);
    }
  }

  /// Who is only reading begins a transaction of the same scope.
  private <T> T join(Scope scope, String begin, Supplier<T> work) {
    if (!CurrentScope.VALUE.isBound()) {
      return open(JOINING, scope, begin, work);
    }
    CurrentScope.Binding outer = CurrentScope.VALUE.get();
    return outer.isTransaction()
        ? work.get()
        : restoring(() -> open(JOINING, outer.scope(), begin, work));
  }

  /// Who goes on reading afterwards has his connection back as it was; left alone it would be only
  /// when it goes back to the pool.
  private <T> T restoring(Supplier<T> transaction) {
    try {
      return transaction.get();
    } finally {
      if (CurrentScope.unnamed() != null) {
        restoreReading();
      }
    }
  }

  private void restoreReading() {
    try {
      connections.getConnectionStatus().getConnection().setAutoCommit(true);
    } catch (SQLException lost) {
      LOG.debug("A connection was lost in a transaction", lost);
    }
  }

  private <T> T open(
      TransactionDefinition definition, Scope scope, String begin, Supplier<T> work) {
    return outageAware(() ->
        transactions.execute(
            definition,
            status -> {
              bind(status.getConnection(), scope, begin);
              return within(scope, work);
            }));
  }

  private static <T> T within(Scope scope, Supplier<T> work) {
    return bound(new CurrentScope.Binding(scope, true), work);
  }

  private static <T> T withoutOne(Scope scope, Supplier<T> work) {
    return bound(new CurrentScope.Binding(scope, false), work);
  }

  private static <T> T bound(CurrentScope.Binding binding, Supplier<T> work) {
    return ScopedValue.where(CurrentScope.VALUE, binding).call(work::get);
  }

  private static <T> T outageAware(Supplier<T> transaction) {
    try {
      return transaction.get();
    } catch (StorageUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Outage.isCauseOf(e) ? new StorageUnavailableException("a transaction", e) : e;
    }
  }

  private static void bind(Connection connection, Scope scope, String begin) throws SQLException {
    try (var statement = connection.prepareStatement(begin)) {
      statement.setString(1, scope.setting());
      statement.execute();
    }
  }
}
