package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An order in its second run, which walks the plan again, gets other inputs at a step that the
/// first run had passed.
class ResumedOrderIT {

  private static SlipwayProcess slipway;
  private static Engine engine;
  private static Buyer operator;
  private static SimulatedLocation location;
  private static SimulatedLocation other;

  @BeforeAll
  static void start() {
    slipway =
        SlipwayProcess.with(
                Map.of(
                    "SLIPWAY_TEMPORAL", "local",
                    "SLIPWAY_TEMPORAL_SILENT_AFTER", "3s",
                    "SLIPWAY_TEMPORAL_WATCH_EVERY", "1s"))
            .start();
    engine = new Engine(slipway);
    location = InFlight.location(slipway).fast();
    other = new SimulatedLocation(location.admin(), "sim-2").fast();
    operator = new Buyer(location.admin());
  }

  @AfterAll
  static void stop() {
    engine.close();
    slipway.close();
  }

  @AfterEach
  void clear() {
    location.clear();
    other.clear();
  }

  @Test
  void an_order_that_moves_in_its_second_run_has_one_machine() {
    Ordered ordered = movedInItsSecondRun("moved");

    JsonNode done = operator.awaits(ordered, "succeeded");

    other.holdsExactly(ordered, operator.server(ordered));
    location.holdsNothing(ordered);
    assertThat(done.path("residual")).isEmpty();
    assertThat(other.machinesOf(ordered).getFirst().path("key").asText())
        .isEqualTo(ordered.action() + "/create-machine/2");
    assertThat(Buyer.step(done, "create-machine").path("status").asText()).isEqualTo("done");
  }

  @Test
  void an_order_that_moved_in_its_second_run_leaves_nothing_when_aborted() {
    other.failOnce("verify", "permission");
    Ordered ordered = movedInItsSecondRun("moved-and-aborted");
    JsonNode parked =
        operator.awaits(
            ordered,
            action -> action.path("parking").path("step").asText().equals("verify-machine"));

    operator
        .commands(ordered, "abort", Map.of("parking", Buyer.parkingOf(parked), "reason", "enough"))
        .expect(202);

    JsonNode aborted = operator.awaits(ordered, "aborted");
    assertThat(aborted.path("residual")).isEmpty();
    location.holdsNothing(ordered);
    other.holdsNothing(ordered);
  }

  /// An order that had a machine when its workflow was terminated, and is sent elsewhere since.
  private static Ordered movedInItsSecondRun(String name) {
    location.failOnce("configure", "permission");
    Ordered ordered = InFlight.tenant(slipway).orders(name, location.code());
    JsonNode first = operator.awaits(ordered, "parked");
    assertThat(location.machinesOf(ordered)).hasSize(1);
    engine.terminate(ordered);
    JsonNode closed = operator.awaitsParking(ordered, Buyer.parkingOf(first));
    assertThat(closed.path("parking").path("cause").asText()).isEqualTo("engine_closed");
    location.failOnce("find", "auth");
    operator.retries(ordered, closed);
    JsonNode again = operator.awaitsParking(ordered, Buyer.parkingOf(closed));
    assertThat(again.path("parking").path("step").asText()).isEqualTo("reserve-capacity");
    operator
        .commands(
            ordered,
            "retry_with",
            Map.of("parking", Buyer.parkingOf(again), "inputs", Map.of("location", other.code())))
        .expect(202);
    return ordered;
  }
}
