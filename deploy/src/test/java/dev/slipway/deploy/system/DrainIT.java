package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A worker that is drained takes nothing more; what it left goes on at the next one.
class DrainIT {

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
  void orders_of_a_drained_worker_go_on_at_the_next_one() {
    SimulatedLocation location = InFlight.location(slipway).timing(4_000);
    ApiClient admin = location.admin();
    String worker = admin.presentWorker();
    Buyer tenant = InFlight.tenant(slipway);
    Ordered begun = tenant.orders("drain-begun", location.code());
    tenant.awaits(begun, action -> action.path("status").asText().equals("running"));

    admin.post("/admin/workers/" + worker + "/drain", Map.of()).expect(202);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.standingOf(worker).equals("offline"));
    Ordered later = tenant.orders("drain-later", location.code());

    assertThat(tenant.action(begun).path("finished_at").isNull()).isTrue();
    JsonNode queue = admin.get("/admin/queues").expect(200).body().at("/queues/0");
    assertThat(queue.path("depth").asInt()).isEqualTo(1);
    assertThat(tenant.action(later).path("status").asText()).isEqualTo("queued");

    assertThat(slipway.stop()).isZero();
    slipway.start();
    Buyer again = InFlight.tenant(slipway);
    SimulatedLocation same = InFlight.location(slipway).fast();
    again.awaits(begun, "succeeded");
    again.awaits(later, "succeeded");
    same.holdsExactly(begun, again.server(begun));
    same.holdsExactly(later, again.server(later));
  }
}
