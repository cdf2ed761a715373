package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What somebody may do to a workflow from Temporal's own side, and what becomes of the order.
class EngineIT {

  private static SlipwayProcess slipway;
  private static Engine engine;
  private static Buyer operator;
  private static SimulatedLocation location;

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
  }

  @Test
  void a_terminated_order_parks_and_a_retry_finishes_it() {
    Ordered ordered = beingBuilt("terminated");

    engine.terminate(ordered);

    JsonNode parked = operator.awaits(ordered, "parked");
    assertThat(parked.path("parking").path("cause").asText()).isEqualTo("engine_closed");
    finishesAfterRetry(ordered, parked);
    assertThat(historyOf(ordered, "?run=1")).contains("WORKFLOW_EXECUTION_TERMINATED");
    assertThat(historyOf(ordered, "")).doesNotContain("WORKFLOW_EXECUTION_TERMINATED");
  }

  private String historyOf(Ordered ordered, String run) {
    String path = "/actions/" + ordered.action() + "/history" + run;
    return operator.api().get(path).expect(200).body().toString();
  }

  @Test
  void a_parked_order_that_is_terminated_keeps_what_was_decided() {
    location.failOnce("verify", "permission");
    Ordered ordered = orders("terminated-parked");
    JsonNode first = operator.awaits(ordered, "parked");
    location.failOnce("configure", "invalid");
    engine.terminate(ordered);
    JsonNode closed = operator.awaitsParking(ordered, Buyer.parkingOf(first));
    assertThat(closed.path("parking").path("cause").asText()).isEqualTo("engine_closed");

    location.clear();
    finishesAfterRetry(ordered, closed);
  }

  @Test
  void an_order_that_was_being_undone_and_is_terminated_is_undone_after_a_retry() {
    location.failOnce("verify", "permission");
    Ordered ordered = orders("terminated-undo");
    JsonNode first = operator.awaits(ordered, "parked");
    location.failAlways("delete_machine", "permission");
    operator
        .commands(ordered, "abort", Map.of("parking", Buyer.parkingOf(first), "reason", "a test"))
        .expect(202);
    JsonNode undo = operator.awaitsParking(ordered, Buyer.parkingOf(first));
    engine.terminate(ordered);
    JsonNode closed = operator.awaitsParking(ordered, Buyer.parkingOf(undo));
    location.clear();

    operator.retries(ordered, closed);

    operator.awaits(ordered, "aborted");
    location.holdsNothing(ordered);
  }

  @Test
  void an_order_whose_workflow_is_deleted_parks_and_a_retry_finishes_it() {
    Ordered ordered = beingBuilt("deleted");

    engine.delete(ordered);

    JsonNode parked = operator.awaits(ordered, "parked");
    assertThat(parked.path("parking").path("cause").asText()).isEqualTo("engine_closed");
    finishesAfterRetry(ordered, parked);
  }

  @Test
  void a_terminated_order_can_be_given_up_too() {
    Ordered ordered = beingBuilt("given-up");
    engine.terminate(ordered);
    JsonNode parked = operator.awaits(ordered, "parked");

    operator
        .commands(ordered, "abort", Map.of("parking", Buyer.parkingOf(parked), "reason", "enough"))
        .expect(202);

    operator.awaits(ordered, "aborted");
    location.holdsNothing(ordered);
  }

  @Test
  void of_two_operators_one_decides_about_a_terminated_order() {
    Ordered ordered = beingBuilt("two-operators");
    engine.terminate(ordered);
    JsonNode parked = operator.awaits(ordered, "parked");
    location.fast();
    Map<String, Object> mine = Map.of("parking", Buyer.parkingOf(parked), "reason", "mine");

    List<Integer> answers =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(
                    () -> operator.commands(ordered, "retry", mine).status()))
            .limit(2)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsExactlyInAnyOrder(202, 409);
    operator.awaits(ordered, "succeeded");
    assertThat(location.everMadeFor(ordered)).hasSize(1);
    assertThat(
            new ProductDatabase(slipway)
                .number(
                    "select count(*) from action_event where kind = 'retry' and reason = 'mine'"
                        + " and action_id = '"
                        + ordered.action()
                        + "'"))
        .isOne();
  }

  @Test
  void a_cancelled_order_is_aborted() {
    Ordered ordered = beingBuilt("cancelled");

    engine.cancel(ordered);

    JsonNode aborted = operator.awaits(ordered, "aborted");
    assertThat(aborted.path("residual")).isEmpty();
    location.holdsNothing(ordered);
    assertThat(operator.server(ordered).path("status").asText()).isEqualTo("destroyed");
  }

  @Test
  void a_parked_order_that_is_cancelled_is_aborted() {
    location.failAlways("configure", "invalid");
    Ordered ordered = orders("cancelled-parked");
    operator.awaits(ordered, "parked");

    engine.cancel(ordered);

    operator.awaits(ordered, "aborted");
    location.holdsNothing(ordered);
  }

  @Test
  void an_order_that_is_reset_goes_on_under_another_run() {
    Ordered ordered = beingBuilt("reset");

    engine.resetToTheBeginning(ordered);

    operator.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, operator.server(ordered));
    assertThat(location.everMadeFor(ordered)).hasSize(1);
  }

  @Test
  void a_parked_order_that_is_reset_waits_for_the_same_decision() {
    location.failAlways("configure", "invalid");
    Ordered ordered = orders("reset-parked");
    JsonNode parked = operator.awaits(ordered, "parked");

    engine.resetToTheBeginning(ordered);
    location.clear();
    operator.retries(ordered, parked);

    JsonNode done = operator.awaits(ordered, "succeeded");
    assertThat(attempts(done, "configure-machine")).isEqualTo(2);
    location.holdsExactly(ordered, operator.server(ordered));
  }

  @Test
  void a_workflow_that_nobody_can_read_asks_for_a_person() {
    location.failAlways("create_machine", "capacity");
    Ordered ordered = orders("stuck");
    JsonNode first = operator.awaits(ordered, "parked");

    engine.replaceByOneThatNobodyCanRead(ordered);

    JsonNode stuck =
        operator.awaits(
            ordered,
            action -> action.path("parking").path("cause").asText().equals("engine_stuck"));
    assertThat(Buyer.parkingOf(stuck)).isGreaterThanOrEqualTo(Buyer.parkingOf(first));
    assertThat(operator.api().get("/admin/attention").expect(200).body().toString())
        .contains("engine_stuck");
    engine.terminate(ordered);
    JsonNode closed =
        operator.awaits(
            ordered,
            action -> action.path("parking").path("cause").asText().equals("engine_closed"));
    location.clear();
    finishesAfterRetry(ordered, closed);
  }

  @Test
  void an_operator_of_temporal_finds_and_repairs_a_parked_order() {
    location.failAlways("create_machine", "capacity");
    Ordered ordered = orders("from-temporal");
    JsonNode parked = operator.awaits(ordered, "parked");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(engine.list("SlipwayAttention = 'capacity'")).contains(ordered.action()));
    location.clear();

    assertThatThrownBy(() -> engine.sendUpdate(ordered, "retry", Map.of("parking", 99)))
        .rootCause()
        .hasMessageContaining("not the present one");
    engine.sendUpdate(ordered, "retry", Map.of("parking", Buyer.parkingOf(parked)));

    operator.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, operator.server(ordered));
    assertThat(
            new ProductDatabase(slipway)
                .number(
                    "select count(*) from action_event where actor like 'temporal-ui%' and action_id = '"
                        + ordered.action()
                        + "'"))
        .isOne();
  }

  @Test
  void a_users_id_written_into_temporal_passes_no_inputs_unchecked() {
    location.failAlways("create_machine", "capacity");
    Ordered ordered = orders("claimed-actor");
    int parking = Buyer.parkingOf(operator.awaits(ordered, "parked"));
    String user = operator.api().get("/me").expect(200).body().at("/user/id").asText();
    location.clear();

    engine.sendUpdate(
        ordered,
        "retry_with",
        Map.of("parking", parking, "inputs", Map.of("image", "os-2"), "actor", user));

    JsonNode refused = operator.awaitsParking(ordered, parking);
    assertThat(refused.at("/parking/cause").asText()).isEqualTo("invalid");
    assertThat(refused.at("/error/message").asText()).contains("There is no such image");
    assertThat(location.machinesOf(ordered)).isEmpty();
    operator.commands(ordered, "abort", Map.of("reason", "it cannot be built")).expect(202);
    operator.awaits(ordered, "aborted");
  }

  private static Ordered orders(String name) {
    return InFlight.tenant(slipway).orders(name, location.code());
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

  private static void finishesAfterRetry(Ordered ordered, JsonNode parked) {
    location.fast();
    operator.retries(ordered, parked);
    operator.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, operator.server(ordered));
    assertThat(location.everMadeFor(ordered)).hasSize(1);
  }

  private static int attempts(JsonNode action, String step) {
    return Buyer.step(action, step).path("attempts").size();
  }
}
