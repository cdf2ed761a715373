package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SIGTERM while orders are half way and programs follow them.
class StopIT {

  /// The longest a stop may take: less than a call that does not end is waited for.
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final Pattern TROUBLE =
      Pattern.compile("\\s+at \\S+\\(.*\\).*|Caused by: .*|\\S+ ERROR .*");

  @ParameterizedTest
  @ValueSource(strings = {"local", "memory"})
  void nothing_is_in_trouble_and_the_next_start_goes_on(String engine) {
    HttpClient client = HttpClient.newHttpClient();
    try (SlipwayProcess slipway = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", engine)).start()) {
      InFlight inFlight = InFlight.of(slipway, "stopped", 6);
      String token = InFlight.tenant(slipway).api().token();
      Follower follower =
          Follower.of(client, slipway.address(), inFlight.orders().getLast(), token);
      await().until(follower::hasState);
      Ordered takenBack = InFlight.tenant(slipway).orders("stopped-abort", "sim-1");
      operator(slipway).awaits(takenBack, "running");
      assertThat(inFlight.statuses()).contains("running");
      operator(slipway)
          .commands(takenBack, "abort", Map.of("reason", "just before the stop"))
          .expect(202);

      long begin = System.nanoTime();
      stopsQuietly(slipway);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);

      assertThat(took).isLessThan(SOON);
      assertThat(slipway.console().lines()).anyMatch(line -> line.contains("Left an attempt"));
      slipway.start();
      inFlight.allFinish();
      operator(slipway).awaits(takenBack, "aborted");
      InFlight.location(slipway).holdsNothing(takenBack);
      stopsQuietly(slipway);
    } finally {
      client.shutdownNow();
    }
  }

  private static Buyer operator(SlipwayProcess slipway) {
    return new Buyer(InFlight.location(slipway).admin());
  }

  private static void stopsQuietly(SlipwayProcess slipway) {
    assertThat(slipway.stop()).isZero();
    assertThat(slipway.console().lines())
        .as(() -> slipway.console().tail())
        .noneMatch(line -> TROUBLE.matcher(line).matches())
        .as("no call was cut off in the midst of its effect")
        .noneMatch(line -> line.contains("mid-call"));
  }
}
