package dev.slipway.workflows.worker;

import java.time.Instant;
import java.util.List;

/// A process that runs workflows and activities.
///
/// @param build its release
/// @param queues the task queues it polls
/// @param status `online`, `draining` or `offline`
public record WorkerRecord(
    String id, String build, List<String> queues, String status, Instant lastSeenAt) {

  public WorkerRecord {
    queues = List.copyOf(queues);
  }
}
