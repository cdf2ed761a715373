package dev.slipway.ui.worker;

import dev.slipway.workflows.worker.QueueRecord;
import dev.slipway.workflows.worker.WorkerRecord;
import java.time.Instant;
import java.util.List;

/// Workers and queues at one moment.
record WorkerReading(List<WorkerRecord> workers, List<QueueRecord> queues, Instant readAt) {
  WorkerReading {
    workers = List.copyOf(workers);
    queues = List.copyOf(queues);
  }

  long online() {
    return workers.stream().filter(WorkerRecord::isOnline).count();
  }

  /// Whether some were seen, and none of them takes up work; where none was seen the list says so.
  boolean isNobodyOnline() {
    return !workers.isEmpty() && online() == 0;
  }

  /// Whether nobody would take up work once this one is drained.
  boolean isLastOnline(WorkerRecord worker) {
    return worker.isOnline() && online() == 1;
  }
}
