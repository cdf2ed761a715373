package dev.slipway.workflows.server;

import java.util.Locale;
import java.util.Optional;

/// What programs may ask of a finished server (contract, *Servers*). A kind is asked for by its
/// word; whether this release can do it depends on whether somebody offers a plan for it.
public enum ServerActionKind {
  START,
  STOP,
  SHUTDOWN,
  REBOOT,
  RESET,
  RESIZE,
  REBUILD,
  SNAPSHOT,
  BACKUP,
  RESTORE,
  SUSPEND,
  UNSUSPEND,
  RESCUE,
  RESET_PASSWORD,
  CONSOLE;

  /// The kind of a word such as `reset_password`.
  public static Optional<ServerActionKind> ofCode(String code) {
    for (ServerActionKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// The word in URLs.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
