package dev.slipway.deploy.bench;

import dev.slipway.deploy.system.Directories;
import dev.slipway.deploy.system.SlipwayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How long `./slipway up` takes until it accepts orders.
class StartBenchmark {

  private static final double SECOND = Duration.ofSeconds(1).toNanos();
  private static final int STARTS = Rounds.usual().count();

  @Test
  void starts_with_a_real_temporal() throws Exception {
    Map<String, String> settings = Map.of("SLIPWAY_TEMPORAL", "local");
    List<Double> first = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      first.add(first(settings));
    }
    Results.write(
        "P6-local",
        List.of(
            Figure.alone("a first start, s", new Series(first), Target.atMostSeconds(20)),
            Figure.alone("a start on existing data, s", again(settings), Target.atMostSeconds(8))));
  }

  @Test
  void starts_with_the_engine_in_memory() throws Exception {
    Results.write(
        "P6-memory",
        List.of(
            Figure.alone(
                "a start on existing data, engine in memory, s",
                again(Map.of("SLIPWAY_TEMPORAL", "memory")),
                Target.atMostSeconds(5))));
  }

  /// Nothing is there but what the build made and the Temporal that was obtained.
  private static double first(Map<String, String> settings) throws IOException {
    Path cache = Files.createTempDirectory("slipway-cache-");
    Path temporal = Path.of(System.getenv().getOrDefault("SLIPWAY_CACHE", "")).resolve("temporal");
    if (Files.exists(temporal)) {
      Files.createSymbolicLink(cache.resolve("temporal"), temporal);
    }
    Map<String, String> all = new HashMap<>(settings);
    all.put("SLIPWAY_CACHE", cache.toString());
    try (SlipwayProcess slipway = Measured.with(all)) {
      return seconds(slipway);
    } finally {
      Directories.delete(cache);
    }
  }

  private static Series again(Map<String, String> settings) throws Exception {
    List<Double> seconds = new ArrayList<>();
    try (SlipwayProcess slipway = Measured.with(settings)) {
      slipway.start();
      try (Orders orders = orderedFrom(slipway)) {
        orders.settle();
      }
      slipway.stop();
      for (int start = 0; start < STARTS; start++) {
        seconds.add(seconds(slipway));
        slipway.stop();
      }
    }
    return new Series(seconds);
  }

  private static Orders orderedFrom(SlipwayProcess slipway) throws Exception {
    Orders orders = Orders.at(slipway);
    Load.all(2, 20, orders::finish);
    return orders;
  }

  private static double seconds(SlipwayProcess slipway) {
    long begin = System.nanoTime();
    slipway.start();
    return (System.nanoTime() - begin) / SECOND;
  }
}
