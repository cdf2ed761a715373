package dev.slipway.deploy.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The environment of a launcher under test: this machine's, with a data directory of its own.
final class TestEnvironment {

  private TestEnvironment() {}

  /// Both real servers; fails with the reason when there is no `temporal` program.
  static Map<String, String> withRealTemporal(Path data) {
    Map<String, String> env = of(data);
    env.put("SLIPWAY_TEMPORAL", "local");
    if (TemporalProgram.find(env).isEmpty()) {
      throw new AssertionError(
          "these tests need the real Temporal and found no `temporal` program: run ./slipway temporal");
    }
    return env;
  }

  /// Real PostgreSQL, the engine in memory.
  static Map<String, String> inMemory(Path data) {
    Map<String, String> env = of(data);
    env.put("SLIPWAY_TEMPORAL", "memory");
    return env;
  }

  private static Map<String, String> of(Path data) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.keySet().removeIf(name -> name.matches("(DATABASE|TEMPORAL|SLIPWAY_(TEMPORAL|SECRET)).*"));
    env.put("SLIPWAY_DATA", data.toString());
    return env;
  }
}
