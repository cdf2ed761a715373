package dev.slipway.workflows.action;

/// Whether an action builds or takes back.
public enum Phase {
  FORWARD,
  UNDO;

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
