package dev.slipway.workflows.step;

import java.util.Locale;
import java.util.Optional;

/// What a person may tell an action.
public enum CommandKind {
  RETRY("Retry", false),
  RETRY_WITH("Retry with edited inputs", false),
  ADOPT("Adopt", true),
  SKIP("Skip", true),
  ABORT("Abort and undo", true);

  private final String label;
  private final boolean needsReason;

  CommandKind(String label, boolean needsReason) {
    this.label = label;
    this.needsReason = needsReason;
  }

  /// The kind of a word such as `retry_with`.
  public static Optional<CommandKind> ofCode(String code) {
    for (CommandKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// What a button says.
  public String label() {
    return label;
  }

  /// Whether the person must say why.
  public boolean needsReason() {
    return needsReason;
  }

  /// The word in JSON, the Update's name, and the word in URLs.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
