package dev.slipway.ui.dashboard;

import dev.slipway.workflows.action.AttentionGroup;
import dev.slipway.workflows.worker.WorkerRecord;
import java.util.List;

/// What only operators see of the first page.
///
/// @param causes open decisions by cause, the oldest first
/// @param workers those seen in the last day
record Operations(List<AttentionGroup> causes, List<WorkerRecord> workers) {
  Operations {
    causes = List.copyOf(causes);
    workers = List.copyOf(workers);
  }

  long online() {
    return workers.stream().filter(WorkerRecord::isOnline).count();
  }
}
