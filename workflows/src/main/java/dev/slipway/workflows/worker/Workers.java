package dev.slipway.workflows.worker;

import java.util.List;

/// The registry of workers, fed by their heartbeats.
public interface Workers {

  /// Every worker seen in the last day, newest heartbeat first.
  List<WorkerRecord> list();
}
