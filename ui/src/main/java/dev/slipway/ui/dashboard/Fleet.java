package dev.slipway.ui.dashboard;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.server.ServerUsage;
import java.util.Map;

/// How the servers one sees stand.
///
/// @param counts servers of each state, those without any left out
/// @param unfinished actions of each unfinished state, those without any left out
/// @param limit how many servers the reader's tenant may have
record Fleet(
    Map<ServerStatus, Long> counts,
    Map<ActionStatus, Long> unfinished,
    ServerUsage usage,
    long limit) {

  Fleet {
    counts = Map.copyOf(counts);
    unfinished = Map.copyOf(unfinished);
  }

  long servers() {
    return usage.servers();
  }

  long running() {
    return of(ServerStatus.RUNNING);
  }

  long off() {
    return of(ServerStatus.STOPPED);
  }

  long failed() {
    return of(ServerStatus.FAILED);
  }

  /// Actions that wait for a person.
  long delayed() {
    return unfinished.getOrDefault(ActionStatus.PARKED, 0L);
  }

  /// Actions that wait for their time, their turn or a provider.
  long waiting() {
    return ActionStatus.waiting(unfinished);
  }

  /// Servers that are being built, those left out that wait or are delayed.
  long inProgress() {
    long unbuilt = of(ServerStatus.QUEUED) + of(ServerStatus.PROVISIONING);
    return Math.max(0, unbuilt - delayed() - waiting());
  }

  long fine() {
    return Math.max(0, servers() - delayed() - failed());
  }

  private long of(ServerStatus status) {
    return counts.getOrDefault(status, 0L);
  }
}
