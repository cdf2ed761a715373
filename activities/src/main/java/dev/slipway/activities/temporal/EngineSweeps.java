package dev.slipway.activities.temporal;

import dev.slipway.activities.temporal.EngineTables.WatchRow;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineUnavailableException;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sweeps that make sure nothing is forgotten: starts that were missed, aborts that were not
/// heard, runs that went silent.
@Singleton
class EngineSweeps {

  private static final Logger LOG = LoggerFactory.getLogger(EngineSweeps.class);

  private final ActionStarter starter;
  private final UnheardAborts aborts;
  private final Watchdog watchdog;
  private final EngineRows rows;

  EngineSweeps(ActionStarter starter, UnheardAborts aborts, Watchdog watchdog, EngineRows rows) {
    this.starter = starter;
    this.aborts = aborts;
    this.watchdog = watchdog;
    this.rows = rows;
  }

  /// Starts what is due and has no run, and what a decision wants started again.
  void start() {
    each(rows::reopened, this::restart, "restart");
    each(rows::due, starter::start, "start");
  }

  /// Starts an action again whose run was closed. A run that is there all the same, because
  /// somebody reset the closed one, is looked at in the background: it may not know what was
  /// decided.
  ///
  /// @throws EngineUnavailableException when Temporal does not answer
  void restart(String action) {
    if (!starter.restart(action)) {
      Thread.startVirtualThread(() -> watchQuietly(action));
    }
  }

  private void watchQuietly(String action) {
    try {
      watch(new ActionId(action));
    } catch (RuntimeException failure) {
      LOG.warn("A run was not looked at, the watchdog will action_id={}", action, failure);
    }
  }

  /// Tells workflows of aborts they have not begun.
  void abort() {
    each(rows::unheardAborts, aborts::tell, "abort");
  }

  /// Looks at runs that have been silent for as long as is configured.
  void watch() {
    each(rows::silent, this::look, "watch");
  }

  /// Looks at every unfinished run.
  void watchAll() {
    each(rows::unfinished, this::look, "watch");
  }

  /// Looks at one action's run, if it is unfinished and had one.
  void watch(ActionId action) {
    each(() -> rows.unfinished(action), this::look, "watch");
  }

  /// Whether the run of an action that was just found closed has been replaced, or is about to be.
  boolean isReplaced(ActionId action) {
    try {
      return rows.isReopened(action) || watchdog.isRunning(action);
    } catch (StatusRuntimeException away) {
      LOG.warn("Temporal does not tell whether a workflow runs action_id={}", action, away);
      return false;
    }
  }

  private void look(WatchRow row) {
    watchdog.inspect(row);
    rows.looked(row.id());
  }

  private static <T> void each(Supplier<List<T>> found, Consumer<T> doing, String sweep) {
    try {
      found.get().forEach(doing);
    } catch (EngineUnavailableException | StatusRuntimeException away) {
      LOG.warn("A sweep stopped, Temporal does not answer sweep={}", sweep);
    }
  }
}
