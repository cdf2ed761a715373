package dev.slipway.workflows.server;

import java.util.Locale;
import java.util.Optional;

/// Where a server stands (contract, *Status of a server*). Waiting and parked are states of its
/// action, never of the server.
public enum ServerStatus {
  QUEUED,
  PROVISIONING,
  RUNNING,
  STOPPED,
  FAILED,
  DESTROYED;

  /// The state of a word such as `running`.
  public static Optional<ServerStatus> ofCode(String code) {
    for (ServerStatus status : values()) {
      if (status.code().equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /// Whether the server is still being built.
  public boolean isUnfinished() {
    return this == QUEUED || this == PROVISIONING;
  }

  /// Whether it was built and is still there, so that actions can work on it.
  public boolean takesActions() {
    return this == RUNNING || this == STOPPED;
  }

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
