package dev.slipway.workflows.action;

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

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
