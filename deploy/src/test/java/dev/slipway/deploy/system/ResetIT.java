package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reset in Temporal makes of an order about which somebody had decided: the run that is
/// begun anew knows nothing of it.
class ResetIT {

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
    location = InFlight.location(slipway);
    operator = new Buyer(location.admin());
    other = new SimulatedLocation(location.admin(), "sim-2");
  }

  @AfterAll
  static void stop() {
    engine.close();
    slipway.close();
  }

  @AfterEach
  void clear() {
    location.clear();
    location.fast();
    other.clear();
  }

  @Test
  void an_order_whose_location_was_changed_stays_there() {
    location.fast();
    other.fast().failOnce("configure", "permission");
    location.failOnce("reserve", "capacity");
    Ordered ordered = orders("edited");
    JsonNode first = operator.awaits(ordered, "parked");
    operator
        .commands(
            ordered,
            "retry_with",
            Map.of("parking", Buyer.parkingOf(first), "inputs", Map.of("location", "sim-2")))
        .expect(202);
    JsonNode second = operator.awaitsParking(ordered, Buyer.parkingOf(first));
    assertThat(second.path("parking").path("step").asText()).isEqualTo("configure-machine");

    engine.resetToTheBeginning(ordered);
    operator.retries(ordered, second);

    JsonNode done = operator.awaits(ordered, "succeeded");
    assertThat(Buyer.step(done, "reserve-capacity").path("generation").asInt()).isEqualTo(2);
    JsonNode server = operator.server(ordered);
    assertThat(server.path("location").asText()).isEqualTo("sim-2");
    other.holdsExactly(ordered, server);
    assertThat(other.everMadeFor(ordered)).hasSize(1);
    location.holdsNothing(ordered);
    assertThat(location.everMadeFor(ordered)).isEmpty();
  }

  @Test
  void an_order_that_moves_after_a_reset_has_one_machine() {
    other.fast();
    location.fast().failOnce("configure", "permission");
    Ordered ordered = orders("moved");
    JsonNode parked = operator.awaits(ordered, "parked");
    location.failOnce("find", "auth");

    engine.resetToTheBeginning(ordered);
    operator.retries(ordered, parked);
    movesFrom("reserve-capacity", ordered);

    operator.awaits(ordered, "succeeded");
    other.holdsExactly(ordered, operator.server(ordered));
    assertThat(other.everMadeFor(ordered)).hasSize(1);
    location.holdsNothing(ordered);
  }

  @Test
  void an_order_whose_older_run_is_reset_hands_over_what_the_newer_made() {
    other.fast().failOnce("configure", "permission");
    location.fast().failOnce("verify", "permission");
    Ordered ordered = orders("older");
    JsonNode first = operator.awaits(ordered, "parked");
    String older = engine.run(ordered);
    engine.terminate(ordered);
    location.failOnce("find", "auth");
    operator.retries(ordered, operator.awaitsParking(ordered, Buyer.parkingOf(first)));
    movesFrom("reserve-capacity", ordered);
    JsonNode moved = parkedAt("configure-machine", ordered);

    engine.resetToTheEnd(ordered, older);
    operator.retries(ordered, moved);

    JsonNode done = operator.awaits(ordered, "succeeded");
    assertThat(done.path("residual")).isEmpty();
    other.holdsExactly(ordered, operator.server(ordered));
    location.holdsNothing(ordered);
  }

  @Test
  void an_order_that_is_cancelled_where_an_older_decision_is_open_again_leaves_nothing() {
    other.fast().failOnce("configure", "permission");
    location.fast().failOnce("reserve", "capacity");
    Ordered ordered = orders("cancelled-behind");
    operator.awaits(ordered, "parked");
    String run = engine.run(ordered);
    movesFrom("reserve-capacity", ordered);
    parkedAt("configure-machine", ordered);

    engine.resetToTheBeginning(ordered);
    engine.cancel(ordered);

    JsonNode aborted = operator.awaits(ordered, "aborted");
    assertThat(engine.run(ordered)).isNotEqualTo(run);
    assertThat(aborted.path("residual")).isEmpty();
    other.holdsNothing(ordered);
    location.holdsNothing(ordered);
  }

  private static void movesFrom(String step, Ordered ordered) {
    operator
        .commands(
            ordered,
            "retry_with",
            Map.of(
                "parking",
                Buyer.parkingOf(parkedAt(step, ordered)),
                "inputs",
                Map.of("location", other.code())))
        .expect(202);
  }

  private static JsonNode parkedAt(String step, Ordered ordered) {
    return operator.awaits(ordered, action -> action.at("/parking/step").asText().equals(step));
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete_machine", "release_address"})
  void an_order_whose_undo_is_parked_is_undone(String operation) {
    location.fast().failOnce("configure", "permission");
    Ordered ordered = orders("undo-" + operation.replace('_', '-'));
    JsonNode first = operator.awaits(ordered, "parked");
    location.failAlways(operation, "permission");
    operator
        .commands(ordered, "abort", Map.of("parking", Buyer.parkingOf(first), "reason", "a test"))
        .expect(202);
    JsonNode undo = operator.awaitsParking(ordered, Buyer.parkingOf(first));

    engine.resetToTheBeginning(ordered);
    location.clear();
    operator.retries(ordered, undo);

    isAborted(ordered);
  }

  @Test
  void an_order_that_was_aborted_at_work_is_undone() {
    Ordered ordered = beingBuilt("at-work");
    location.failAlways("delete_machine", "permission");
    operator.commands(ordered, "abort", Map.of("reason", "a test")).expect(202);
    JsonNode undo = operator.awaits(ordered, "parked");

    engine.resetToTheBeginning(ordered);
    location.clear();
    location.fast();
    operator.retries(ordered, undo);

    isAborted(ordered);
  }

  @Test
  void an_order_that_is_cancelled_right_after_leaves_nothing() {
    location.fast().failAlways("configure", "invalid");
    Ordered ordered = orders("cancelled");
    operator.awaits(ordered, "parked");

    engine.resetToTheBeginning(ordered);
    engine.cancel(ordered);

    isAborted(ordered);
  }

  private static void isAborted(Ordered ordered) {
    JsonNode aborted = operator.awaits(ordered, "aborted");
    assertThat(aborted.path("residual")).isEmpty();
    location.holdsNothing(ordered);
    assertThat(location.everMadeFor(ordered)).hasSize(1);
    assertThat(operator.server(ordered).path("status").asText()).isEqualTo("destroyed");
  }

  private static Ordered orders(String name) {
    return InFlight.tenant(slipway).orders("reset-" + name, location.code());
  }

  /// An order whose machine is being made.
  private static Ordered beingBuilt(String name) {
    location.timing(4_000);
    Ordered ordered = orders(name);
    operator.awaits(
        ordered,
        action -> Buyer.step(action, "await-machine").path("status").asText().equals("running"));
    return ordered;
  }
}
