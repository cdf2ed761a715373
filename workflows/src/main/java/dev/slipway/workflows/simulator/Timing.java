package dev.slipway.workflows.simulator;

import java.time.Duration;

/// How long the simulated cloud's tasks take.
///
/// @param variance the share by which each task differs, 0 to 1
public record Timing(
    Duration create, Duration power, Duration configure, Duration delete, double variance) {

  /// What a new location has.
  public static final Timing USUAL =
      new Timing(
          Duration.ofSeconds(3),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          0.2);

  /// @throws IllegalArgumentException when a time is negative or over ten minutes
  public Timing {
    for (Duration each : new Duration[] {create, power, configure, delete}) {
      if (each.isNegative() || each.compareTo(Duration.ofMinutes(10)) > 0) {
        throw new IllegalArgumentException("Every time is 0 to 600000 ms");
      }
    }
    if (variance < 0 || variance > 1) {
      throw new IllegalArgumentException("variance is 0 to 1");
    }
  }
}
