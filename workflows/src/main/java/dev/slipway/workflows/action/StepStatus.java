package dev.slipway.workflows.action;

/// Where a step of an action stands (contract, *Actions*).
public enum StepStatus {
  PENDING,
  RUNNING,
  WAITING,
  PARKED,
  DONE,
  SKIPPED,
  FAILED,
  UNDOING,
  UNDONE,
  RESIDUAL;

  /// Whether the step's forward work is over and counted as done.
  public boolean isDone() {
    return this == DONE || this == SKIPPED;
  }

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
