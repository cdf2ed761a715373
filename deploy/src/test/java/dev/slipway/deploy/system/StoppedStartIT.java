package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// SIGTERM before it is ready. An interrupt takes the same way, but who was started in the
/// background of a shell never hears of it.
class StoppedStartIT {

  private static final Duration BEGUN = Duration.ofMinutes(1);

  @Test
  void a_first_start_is_stopped_while_the_database_is_made_and_the_next_one_makes_it()
      throws IOException {
    try (SlipwayProcess slipway = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "local"))) {
      stopsInOrder(slipway, () -> isAtWork(slipway, "postgres.unfinished"));

      assertThat(slipway.start().stop()).isZero();
    }
  }

  @Test
  void a_start_is_stopped_while_its_servers_come_up() throws IOException {
    try (SlipwayProcess slipway = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "local"))) {
      stopsInOrder(
          slipway, () -> isAtWork(slipway, "temporal.db") && isAtWork(slipway, "/postgres -D"));
    }
  }

  @Test
  void a_start_is_stopped_while_it_waits_for_its_database() throws IOException {
    String nowhere = "postgres://app:secret@127.0.0.1:%d/slipway".formatted(FreePort.find());
    Map<String, String> settings = Map.of("SLIPWAY_TEMPORAL", "local", "DATABASE_URL", nowhere);
    try (SlipwayProcess slipway = SlipwayProcess.with(settings)) {
      stopsInOrder(slipway, () -> isWaiting(slipway) && isAtWork(slipway, "temporal.db"));
    }
  }

  @Test
  void a_start_is_stopped_while_it_waits_for_temporal() throws IOException {
    String nowhere = "127.0.0.1:" + FreePort.find();
    try (SlipwayProcess slipway = SlipwayProcess.with(Map.of("TEMPORAL_ADDRESS", nowhere))) {
      stopsInOrder(slipway, () -> isWaiting(slipway) && isAtWork(slipway, "/postgres -D"));
    }
  }

  private static void stopsInOrder(SlipwayProcess slipway, BooleanSupplier moment)
      throws IOException {
    slipway.begin();
    await().atMost(BEGUN).pollInterval(Duration.ofMillis(20)).until(moment::getAsBoolean);

    assertThat(slipway.stop()).as(() -> slipway.console().tail()).isZero();
    assertThat(slipway.commandsOnTheData()).isEmpty();
    assertThat(slipway.console().lines())
        .noneMatch(line -> line.contains("could not start") || line.contains("is ready"));
  }

  private static boolean isWaiting(SlipwayProcess slipway) {
    return slipway.console().lines().stream()
        .anyMatch(line -> line.contains("does not answer, waiting for it"));
  }

  private static boolean isAtWork(SlipwayProcess slipway, String words) {
    return slipway.commandsOnTheData().stream().anyMatch(line -> line.contains(words));
  }
}
