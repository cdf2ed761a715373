package dev.slipway.deploy.bench;

import dev.slipway.deploy.system.SlipwayProcess;
import java.util.HashMap;
import java.util.Map;

/// The Slipway that is measured: as people get it, but that nothing is refused for being too much.
final class Measured {

  private static final Map<String, String> ROOM =
      Map.of(
          "SLIPWAY_RATE_REQUESTS", "0",
          "SLIPWAY_QUOTA_SERVERS", "1000000",
          "SLIPWAY_SESSION_ACCESS", "12h");

  private Measured() {}

  /// With a real Temporal and everything running.
  static SlipwayProcess whole() {
    return with(Map.of("SLIPWAY_TEMPORAL", "local"));
  }

  /// Web alone: it stores orders, and nobody works at them.
  static SlipwayProcess webAlone() {
    return with(
        Map.of(
            "SLIPWAY_TEMPORAL", "memory",
            "SLIPWAY_TEMPORAL_WORKER", "false",
            "SLIPWAY_TEMPORAL_STARTER", "false"));
  }

  static SlipwayProcess with(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(ROOM);
    all.putAll(settings);
    return SlipwayProcess.asDelivered(all);
  }
}
