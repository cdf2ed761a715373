package dev.slipway.activities.temporal;

import dev.slipway.activities.temporal.EngineCapabilities.Capability;
import dev.slipway.workflows.action.EngineStatus;
import jakarta.inject.Singleton;

/// Tells how Temporal does, and what can be done with it.
@Singleton
class EngineReport {

  private final TemporalConfiguration temporal;
  private final WorkerPresence workers;
  private final EngineContact contact;
  private final EngineCapabilities capabilities;

  EngineReport(
      TemporalConfiguration temporal,
      WorkerPresence workers,
      EngineContact contact,
      EngineCapabilities capabilities) {
    this.temporal = temporal;
    this.workers = workers;
    this.contact = contact;
    this.capabilities = capabilities;
  }

  /// Asks what it can do only of an engine that answers.
  EngineStatus status() {
    boolean isReachable = contact.isReachable();
    return new EngineStatus(
        temporal.mode(),
        temporal.address(),
        temporal.webUi(),
        temporal.namespace(),
        isReachable,
        temporal.worker(),
        temporal.worker() ? workers.isPolling() : workers.isAnyOnline(),
        isReachable && capabilities.has(Capability.SCHEDULES),
        isReachable && capabilities.has(Capability.VISIBILITY),
        isReachable && capabilities.has(Capability.RESET));
  }
}
