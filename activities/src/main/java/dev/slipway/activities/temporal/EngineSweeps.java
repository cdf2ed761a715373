package dev.slipway.activities.temporal;

import dev.slipway.activities.temporal.EngineTables.WatchRow;
import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandRefusedException;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sweeps that make sure nothing is forgotten: starts that were missed, aborts that were not
/// heard, runs that went silent.
@Singleton
public class EngineSweeps {

  private static final Logger LOG = LoggerFactory.getLogger(EngineSweeps.class);
  private static final int BATCH = 500;
  private static final Duration UNHEARD_AFTER = Duration.ofSeconds(10);

  private final EngineWork work;
  private final Transactions transactions;
  private final EngineTables tables;
  private final Clock clock;

  /// What the sweeps set to work.
  @Singleton
  record EngineWork(
      ActionStarter starter,
      ActionEngine engine,
      Watchdog watchdog,
      TemporalConfiguration temporal) {}

  EngineSweeps(EngineWork work, Transactions transactions, EngineTables tables, Clock clock) {
    this.work = work;
    this.transactions = transactions;
    this.tables = tables;
    this.clock = clock;
  }

  /// Starts what is due and has no run.
  public void start() {
    Instant now = clock.instant();
    each(() -> tables.due(now, BATCH), work.starter()::start, "start");
  }

  /// Tells workflows of aborts they have not begun.
  public void abort() {
    Instant before = clock.instant().minus(UNHEARD_AFTER);
    each(() -> tables.unheardAborts(before, BATCH), this::sendAbort, "abort");
  }

  private void sendAbort(String action) {
    String actor = read(() -> tables.abortActor(action));
    String reason = read(() -> tables.abortReason(action));
    StepCommand command = new StepCommand(action, null, null, null, null, reason, actor);
    try {
      work.engine().command(new ActionId(action), CommandKind.ABORT, command, action + "/abort");
    } catch (CommandRefusedException refused) {
      // Heard already, or there is no run to hear it: then a new run takes everything back.
      LOG.info("An abort was refused action_id={} reason={}", action, refused.getMessage());
      work.starter().restart(action);
    }
  }

  /// Looks at runs that have been silent for as long as is configured.
  public void watch() {
    watch(work.temporal().silentAfter());
  }

  /// Looks at runs that have been silent.
  ///
  /// @param silentFor for how long; zero looks at every unfinished one
  public void watch(Duration silentFor) {
    Instant before = clock.instant().minus(silentFor);
    boolean isForgetful = work.temporal().isForgetful();
    each(
        () -> tables.silent(before, BATCH),
        (WatchRow row) -> {
          work.watchdog().inspect(row, isForgetful);
          looked(row.id());
        },
        "watch");
  }

  private void looked(String action) {
    read(() -> {
      tables.looked(action, clock.instant());
      return action;
    });
  }

  private <T> void each(Supplier<List<T>> rows, Consumer<T> doing, String sweep) {
    try {
      read(rows).forEach(doing);
    } catch (EngineUnavailableException | StatusRuntimeException away) {
      LOG.warn("A sweep stopped, Temporal does not answer sweep={}", sweep);
    }
  }

  private <T> T read(Supplier<T> query) {
    return transactions.in(Scope.PLATFORM, query);
  }
}
