package dev.slipway.workflows.action;

/// Why an action asks for a person's decision.
public enum ParkCause {
  CAPACITY(
      "No room for this size", "Retry when there is room; elsewhere, if the place can be edited."),
  QUOTA("The account's limit is reached", "Raise the limit at the provider, then retry."),
  AUTH("The credential was refused", "Renew the credential, then retry."),
  PERMISSION("The credential may not do this", "Grant the permission, then retry."),
  INVALID("The provider refused the request", "Mend what it refused, then retry, or abort."),
  UNSUPPORTED("The provider cannot do this", "Enable it at the provider, then retry, or abort."),
  CONFLICT(
      "It contradicts what exists",
      "Mend it at the provider, then retry; adopt it where that is offered."),
  ATTEMPTS_SPENT("Every attempt failed", "Find out why, then retry."),
  WAITED_TOO_LONG("It waited longer than it may", "Retry when the provider answers again."),
  UNDO_FAILED("An undo did not succeed", "Retry the undo, or skip it and leave the rest."),
  ENGINE_CLOSED("The workflow was closed from outside", "Retry starts it again, nothing twice."),
  ENGINE_STUCK(
      "The workflow makes no progress",
      "Look at its workers and its last error; it goes on by itself once they are mended."),
  HOOK_FAILED("A blocking hook refused", "Mend the hook, then retry.");

  private final String title;
  private final String next;

  ParkCause(String title, String next) {
    this.title = title;
    this.next = next;
  }

  /// One operator sentence without a full stop.
  public String title() {
    return title;
  }

  /// What the operator can do about it.
  public String next() {
    return next;
  }

  /// Whether it is the engine that lost its way, not a step.
  public boolean isOfEngine() {
    return this == ENGINE_CLOSED || this == ENGINE_STUCK;
  }

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
