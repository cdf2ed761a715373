package dev.slipway.activities.temporal;

import dev.slipway.activities.worker.JdbcWorkers;
import dev.slipway.workflows.tenant.IdSource;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import dev.slipway.workflows.worker.WorkerRecord;
import dev.slipway.workflows.worker.WorkerStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the registry how this process's worker stands, and learns there that it shall drain.
@Singleton
class WorkerPresence {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerPresence.class);

  private final JdbcWorkers workers;
  private final TemporalWorker worker;
  private final Clock clock;
  private final String id;
  private boolean isOver;

  WorkerPresence(JdbcWorkers workers, TemporalWorker worker, IdSource ids, Clock clock) {
    this.workers = workers;
    this.worker = worker;
    this.clock = clock;
    this.id = ids.next("wrk");
  }

  /// Starts the worker, and tells of it at once where the tables answer.
  void begin() {
    worker.start();
    try {
      tell();
    } catch (StorageUnavailableException away) {
      LOG.info("A worker tells of itself later, the database does not answer worker_id={}", id);
    }
  }

  /// Whether this process's worker polls.
  boolean isPolling() {
    return worker.isRunning();
  }

  /// Whether any process's worker polls, as the registry knows it; false while it does not answer.
  boolean isAnyOnline() {
    try {
      return workers.list().stream().anyMatch(WorkerRecord::isOnline);
    } catch (StorageUnavailableException away) {
      return false;
    }
  }

  /// Writes a heartbeat and obeys a wish to drain; silent before the start and after the end.
  synchronized void tell() {
    worker.standing().filter(standing -> !isOver).ifPresent(this::tell);
  }

  /// Stops the worker, and says at once that it is offline, where the tables answer: else nobody
  /// would know before it was missed.
  synchronized void end() {
    boolean wasThere = worker.standing().isPresent() && !isOver;
    worker.stop();
    if (wasThere) {
      try {
        tell(WorkerStatus.OFFLINE);
      } catch (StorageUnavailableException away) {
        LOG.info("A worker ended unsaid, the database does not answer worker_id={}", id);
      }
    }
  }

  private void tell(WorkerStatus standing) {
    boolean isDrainAsked =
        workers.seen(
            new WorkerRecord(
                id, build(), List.of(TaskQueues.LIFECYCLE), standing, clock.instant()));
    if (isDrainAsked) {
      worker.drain();
    }
    isOver = standing == WorkerStatus.OFFLINE;
  }

  private static String build() {
    String version = WorkerPresence.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
