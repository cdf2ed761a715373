package dev.slipway.activities.temporal;

import dev.slipway.activities.temporal.EngineCapabilities.Capability;
import dev.slipway.workflows.action.EngineStatus;
import jakarta.inject.Singleton;

/// Tells how Temporal does, and what can be done with it.
@Singleton
class EngineReport {

  private final TemporalConfiguration temporal;
  private final TemporalWorker worker;
  private final EngineContact contact;
  private final EngineCapabilities capabilities;

  EngineReport(
      TemporalConfiguration temporal,
      TemporalWorker worker,
      EngineContact contact,
      EngineCapabilities capabilities) {
    this.temporal = temporal;
    this.worker = worker;
    this.contact = contact;
    this.capabilities = capabilities;
  }

  EngineStatus status() {
    return new EngineStatus(
        temporal.mode(),
        temporal.address(),
        temporal.webUi(),
        temporal.namespace(),
        contact.isReachable(),
        worker.isRunning(),
        capabilities.has(Capability.SCHEDULES),
        capabilities.has(Capability.VISIBILITY),
        capabilities.has(Capability.RESET));
  }
}
