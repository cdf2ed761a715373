package dev.slipway.workflows.action;

import java.util.Map;

/// Where an action stands (contract, *Actions*). Final states never change.
public enum ActionStatus {
  QUEUED,
  RUNNING,
  WAITING,
  PARKED,
  SUCCEEDED,
  ABORTED,
  FAILED;

  /// Whether nothing can change any more.
  public boolean isFinal() {
    return this == SUCCEEDED || this == ABORTED || this == FAILED;
  }

  /// Whether nothing is at work, and time, the provider or its turn takes it on: no person is
  /// needed.
  public boolean isWaiting() {
    return this == QUEUED || this == WAITING;
  }

  /// How many wait, of so many in each state.
  public static long waiting(Map<ActionStatus, Long> counts) {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().isWaiting())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
