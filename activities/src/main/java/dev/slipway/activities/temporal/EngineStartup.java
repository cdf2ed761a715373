package dev.slipway.activities.temporal;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the engine's side up: first contact, worker, and a first look at everything that was
/// unfinished when the process before ended; and ends the worker.
@Singleton
public class EngineStartup {

  private static final Logger LOG = LoggerFactory.getLogger(EngineStartup.class);

  private final TemporalConfiguration temporal;
  private final EngineContact contact;
  private final WorkerPresence presence;
  private final EngineSweeps sweeps;

  EngineStartup(
      TemporalConfiguration temporal,
      EngineContact contact,
      WorkerPresence presence,
      EngineSweeps sweeps) {
    this.temporal = temporal;
    this.contact = contact;
    this.presence = presence;
    this.sweeps = sweeps;
  }

  /// Brings it up, as soon as the engine answers; call it once the tables are there.
  ///
  /// @throws IllegalStateException when the engine stays away for longer than is configured
  public void start() {
    if (!temporal.worker()) {
      return;
    }
    contact.open();
    presence.begin();
    Thread.startVirtualThread(this::firstLook);
  }

  /// Ends the worker; call it while the tables still answer.
  public void stop() {
    presence.end();
  }

  private void firstLook() {
    try {
      sweeps.start();
      sweeps.watchAll();
    } catch (RuntimeException later) {
      LOG.warn("The first look at unfinished actions failed; the sweeps go on", later);
    }
  }
}
