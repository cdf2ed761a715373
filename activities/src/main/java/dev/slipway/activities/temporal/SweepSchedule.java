package dev.slipway.activities.temporal;

import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When the sweeps run; only where a worker does.
@Singleton
@Requires(property = "slipway.temporal.worker", notEquals = "false")
class SweepSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(SweepSchedule.class);

  private static final String WATCH_EVERY =
      "${slipway.temporal.watch-every:" + TemporalConfiguration.USUAL_WATCH + "}";

  private final EngineSweeps sweeps;
  private final HistoryArchive archive;
  private final WorkerPresence presence;
  private final TemporalWorker worker;

  SweepSchedule(
      EngineSweeps sweeps, HistoryArchive archive, WorkerPresence presence, TemporalWorker worker) {
    this.sweeps = sweeps;
    this.archive = archive;
    this.presence = presence;
    this.worker = worker;
  }

  @Scheduled(fixedDelay = "2s", initialDelay = "1s")
  void start() {
    quietly("start", sweeps::start);
  }

  @Scheduled(fixedDelay = "2s", initialDelay = "1s")
  void abort() {
    quietly("abort", sweeps::abort);
  }

  @Scheduled(fixedDelay = WATCH_EVERY, initialDelay = WATCH_EVERY)
  void watch() {
    quietly("watch", sweeps::watch);
  }

  @Scheduled(fixedDelay = "5s", initialDelay = "5s")
  void archive() {
    quietly("archive", archive::sweep);
  }

  @Scheduled(fixedDelay = "5s", initialDelay = "1s")
  void presence() {
    unlessAway("presence", presence::tell);
  }

  private void quietly(String sweep, Runnable work) {
    if (worker.isRunning()) {
      unlessAway(sweep, work);
    }
  }

  private static void unlessAway(String sweep, Runnable work) {
    try {
      work.run();
    } catch (StorageUnavailableException away) {
      LOG.warn("A sweep stopped, the database does not answer sweep={}", sweep);
    }
  }
}
