package dev.slipway.deploy.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Starts a child in a session of its own, so that an interrupt typed at the terminal reaches the
/// launcher alone, which then stops its children in order.
final class OwnSession {

  private OwnSession() {}

  /// What to put before a command; the process keeps its pid. Empty where there is no such program,
  /// as on macOS.
  static List<String> prefix() {
    return Stream.of("/usr/bin/setsid", "/bin/setsid")
        .filter(program -> Files.isExecutable(Path.of(program)))
        .limit(1)
        .toList();
  }
}
