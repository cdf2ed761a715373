package dev.slipway.workflows.worker;

import java.util.List;
import java.util.Optional;

/// The registry of workers, fed by their heartbeats.
public interface Workers {

  /// Every worker seen in the last day, newest heartbeat first.
  List<WorkerRecord> list();

  /// Asks a worker to take no more work and to finish what it has. It learns of it with its next
  /// heartbeat, in whatever process it runs. Asking again changes nothing.
  ///
  /// @return the worker as it is shown from now on; empty when there is none of that id, or it was
  ///   not seen in the last day
  Optional<WorkerRecord> drain(String id);

  /// What each task queue has to do.
  List<QueueRecord> queues();
}
