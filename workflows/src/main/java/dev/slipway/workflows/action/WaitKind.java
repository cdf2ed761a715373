package dev.slipway.workflows.action;

/// What an action waits for; time, the provider or the lane solves it, no person is needed.
public enum WaitKind {
  ENGINE("Waiting for a worker to pick it up", "It starts as soon as our system is free."),
  LANE("Waiting for another action on the same resource", "Another change goes first."),
  NOT_BEFORE("Waiting for its start time", "It starts at the time you asked for."),
  RATE_LIMITED("Waiting for the provider's rate limit", "We continue in a moment."),
  LOCKED("Waiting for another task at the provider", "We continue in a moment."),
  PROVIDER_DOWN(
      "Waiting for the provider to answer", "The location does not answer; we go on soon."),
  DATABASE("Waiting for the database", "We continue in a moment."),
  UNDO_WINDOW("Waiting for the undo window to pass", "It can still be taken back."),
  MAINTENANCE("Waiting for maintenance to end", "Maintenance is under way.");

  private final String operatorText;
  private final String tenantText;

  WaitKind(String operatorText, String tenantText) {
    this.operatorText = operatorText;
    this.tenantText = tenantText;
  }

  /// What an operator reads.
  public String operatorText() {
    return operatorText;
  }

  /// What a tenant reads.
  public String tenantText() {
    return tenantText;
  }

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
