package dev.slipway.workflows.action;

/// How one attempt of a step stands; `LOST` means that its worker died or timed out.
public enum AttemptStatus {
  RUNNING,
  OK,
  FAILED,
  LOST;

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
