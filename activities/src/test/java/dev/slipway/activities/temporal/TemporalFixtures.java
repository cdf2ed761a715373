package dev.slipway.activities.temporal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Settings of Temporal.
final class TemporalFixtures {

  private TemporalFixtures() {}

  /// Of an engine in this process.
  static TemporalConfiguration inMemory() {
    return memory(null, true);
  }

  /// Of an engine in this process, and of a process that leaves starting workflows to others.
  static TemporalConfiguration withoutStarter() {
    return memory(null, false);
  }

  /// Of an engine in this process.
  ///
  /// @param panel where the panel is said to be
  static TemporalConfiguration withPanel(@Nullable String panel) {
    return memory(panel, true);
  }

  /// Of a Temporal elsewhere.
  ///
  /// @param port where it listens on this machine
  /// @param patience how long a start waits for it
  static TemporalConfiguration external(int port, Duration patience) {
    return new TemporalConfiguration(
        "127.0.0.1:" + port,
        "default",
        null,
        null,
        "external",
        Duration.ofMinutes(2),
        Duration.ofSeconds(30),
        true,
        true,
        20,
        patience);
  }

  private static TemporalConfiguration memory(@Nullable String panel, boolean starter) {
    return new TemporalConfiguration(
        "in process",
        "default",
        null,
        panel,
        "memory",
        Duration.ofMinutes(2),
        Duration.ofSeconds(30),
        true,
        starter,
        20,
        Duration.ZERO);
  }
}
