package dev.slipway.activities.temporal;

import dev.slipway.activities.worker.JdbcWorkers;
import dev.slipway.workflows.tenant.IdSource;
import dev.slipway.workflows.worker.WorkerRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/// Tells the registry that this process's worker is there.
@Singleton
class WorkerPresence {

  private final JdbcWorkers workers;
  private final Clock clock;
  private final String id;

  WorkerPresence(JdbcWorkers workers, IdSource ids, Clock clock) {
    this.workers = workers;
    this.clock = clock;
    this.id = ids.next("wrk");
  }

  /// Writes a heartbeat.
  void tell() {
    workers.seen(
        new WorkerRecord(id, build(), List.of(TaskQueues.LIFECYCLE), "online", clock.instant()));
  }

  private static String build() {
    String version = WorkerPresence.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
