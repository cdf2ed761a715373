package dev.slipway.workflows.worker;

import java.util.Locale;

/// How a worker stands.
public enum WorkerStatus {
  /// Takes up work.
  ONLINE,
  /// Finishes what it has begun.
  DRAINING,
  /// Has ended, or was not heard of for long.
  OFFLINE;

  /// The state of a word such as `online`.
  ///
  /// @throws IllegalArgumentException when there is none
  public static WorkerStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// The word in JSON and SQL.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
