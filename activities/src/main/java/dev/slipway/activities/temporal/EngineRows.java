package dev.slipway.activities.temporal;

import dev.slipway.activities.temporal.EngineTables.AbortRow;
import dev.slipway.activities.temporal.EngineTables.WatchRow;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// What the sweeps find in the tables, each question in a transaction of its own.
@Singleton
class EngineRows {

  private static final int BATCH = 500;
  private static final Duration UNHEARD_AFTER = Duration.ofSeconds(5);

  private final Transactions transactions;
  private final EngineTables tables;
  private final TemporalConfiguration temporal;
  private final Clock clock;

  EngineRows(
      Transactions transactions, EngineTables tables, TemporalConfiguration temporal, Clock clock) {
    this.transactions = transactions;
    this.tables = tables;
    this.temporal = temporal;
    this.clock = clock;
  }

  /// Actions that may start now and have no run, oldest first.
  List<String> due() {
    return read(() -> tables.due(clock.instant(), BATCH));
  }

  /// Actions that a decision wants started again, oldest decision first.
  List<String> reopened() {
    return read(() -> tables.reopened(BATCH));
  }

  /// Whether an action is about to be started again.
  boolean isReopened(ActionId action) {
    return read(() -> tables.reopened(action.value())).isPresent();
  }

  /// Unfinished actions without a write for as long as is configured, longest first.
  List<WatchRow> silent() {
    return silent(temporal.silentAfter());
  }

  /// Every unfinished action that had a run.
  List<WatchRow> unfinished() {
    return silent(Duration.ZERO);
  }

  /// An action, if it is unfinished and had a run.
  List<WatchRow> unfinished(ActionId action) {
    return read(() -> tables.unfinished(action.value()));
  }

  private List<WatchRow> silent(Duration silentFor) {
    return read(() -> tables.silent(clock.instant().minus(silentFor), BATCH));
  }

  /// An action was looked at: it is not silent for now.
  void looked(String action) {
    read(() -> {
      tables.looked(action, clock.instant());
      return action;
    });
  }

  /// Aborts that were asked for a while ago and have not begun, oldest first.
  List<AbortRow> unheardAborts() {
    return read(() -> tables.unheardAborts(clock.instant().minus(UNHEARD_AFTER), BATCH));
  }

  private <T> T read(Supplier<T> query) {
    return transactions.in(Scope.PLATFORM, query);
  }
}
