package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Outages as long as real ones are, longer than any single wait of a step: nobody is asked.
class LongOutageIT {

  private static final Duration MINUTES = Duration.ofMinutes(2);

  private static SlipwayProcess slipway;

  @BeforeAll
  static void start() {
    slipway = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "local")).start();
  }

  @AfterAll
  static void stop() {
    slipway.close();
  }

  @Test
  void orders_wait_while_the_database_is_away() {
    InFlight orders = InFlight.of(slipway, "no-database-for-long", 4);

    slipway.signalChild("postgres", "STOP");
    Awaitility.await().atMost(MINUTES.multipliedBy(2)).pollDelay(MINUTES).until(() -> true);
    slipway.signalChild("postgres", "CONT");

    orders.allFinish();
  }

  @Test
  void orders_wait_for_a_provider_that_is_away_and_say_so_all_the_time() {
    InFlight orders = InFlight.of(slipway, "no-provider-for-long", 4);
    SimulatedLocation location = InFlight.location(slipway);
    Buyer tenant = InFlight.tenant(slipway);
    location.failAlways("*", "outage");
    for (Ordered ordered : orders.orders()) {
      tenant.awaits(ordered, LongOutageIT::isWaitingForTheProvider);
    }

    Awaitility.await()
        .atMost(MINUTES.multipliedBy(2))
        .during(MINUTES)
        .until(() -> Set.of("waiting", "running").containsAll(orders.statuses()));
    for (Ordered ordered : orders.orders()) {
      JsonNode waiting = tenant.awaits(ordered, LongOutageIT::isWaitingForTheProvider);
      assertThat(waiting.path("waiting_on").path("until").asText()).isNotEmpty();
    }
    location.clear();

    orders.allFinish();
  }

  private static boolean isWaitingForTheProvider(JsonNode action) {
    return action.path("status").asText().equals("waiting")
        && action.path("waiting_on").path("kind").asText().equals("provider_down");
  }
}
