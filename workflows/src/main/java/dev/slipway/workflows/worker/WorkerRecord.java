package dev.slipway.workflows.worker;

import java.time.Instant;
import java.util.List;

/// A process that runs workflows and activities.
///
/// @param build its release
/// @param queues the task queues it polls
public record WorkerRecord(
    String id, String build, List<String> queues, WorkerStatus status, Instant lastSeenAt) {

  public WorkerRecord {
    queues = List.copyOf(queues);
  }

  /// Whether it takes up work.
  public boolean isOnline() {
    return status == WorkerStatus.ONLINE;
  }
}
