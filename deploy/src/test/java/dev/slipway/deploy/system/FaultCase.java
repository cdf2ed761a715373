package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// One fault at one operation of the simulated cloud, and what the contract says of an order that
/// meets it.
///
/// @param operation what the simulated cloud calls it, or [#UNNAMED]
/// @param isUndo whether it is met while the order is taken back
/// @param isLasting whether it lasts until somebody clears it, else it is met once
record FaultCase(String operation, String fault, boolean isUndo, boolean isLasting) {

  /// Every call that has no word of its own. Of those, an undo makes one: it gives the room back.
  static final String UNNAMED = "*";

  /// Operations whose effect the next attempt finds, so that even a lasting loss of replies does no
  /// harm.
  private static final Set<String> FOUND = Set.of("reserve", "allocate_address", "create_machine");

  /// Long enough for a machine to be still there at the second look at its deletion.
  private static final int SLOW_DELETION = 3_000;

  /// What steps of an action that has ended can be.
  private static final Set<String> AT_REST = Set.of("done", "undone", "failed", "pending");

  /// The name of its order begins with it.
  @Override
  public String toString() {
    String met = operation.equals(UNNAMED) ? "room" : operation;
    return String.join("-", isUndo ? "undo" : "do", met, fault, isLasting ? "lasting" : "once")
        .replace('_', '-');
  }

  /// Orders at a location of its own and follows the order to its end.
  void run(Buyer operator, SimulatedLocation location) {
    location.fast().clear();
    Ordered ordered = isUndo ? abortedWithFault(operator, location) : orderedWithFault(location);
    JsonNode met = meets(operator, ordered);
    if (isLasting) {
      location.clear();
    } else {
      assertThat(location.faultsLeft())
          .as("faults that nobody met")
          .noneMatch(left -> left.path("operation").asText().equals(operation));
    }
    if (isParked(met)) {
      operator.retries(ordered, met);
    }
    ends(operator, location, ordered);
  }

  private Ordered orderedWithFault(SimulatedLocation location) {
    switchOn(location);
    return orders(location);
  }

  /// An order that is complete but for its last proof is taken back.
  private Ordered abortedWithFault(Buyer operator, SimulatedLocation location) {
    location.failOnce("verify", "invalid");
    Ordered ordered = orders(location);
    JsonNode parked = operator.awaits(ordered, "parked");
    switchOn(location);
    operator
        .commands(
            ordered, "abort", Map.of("parking", Buyer.parkingOf(parked), "reason", "a fault test"))
        .expect(202);
    return ordered;
  }

  /// A second run in the same process orders under other names.
  private Ordered orders(SimulatedLocation location) {
    String run = UUID.randomUUID().toString().substring(0, 8);
    return tenant().orders(this + "-" + run, location.code());
  }

  private void switchOn(SimulatedLocation location) {
    if (isUndo && isLasting && operation.equals("poll")) {
      location.timing(SLOW_DELETION);
    }
    if (operation.equals(UNNAMED)) {
      location.failUnnamed(fault, isLasting);
    } else if (isLasting) {
      location.failAlways(operation, fault);
    } else {
      location.failOnce(operation, fault);
    }
  }

  /// The action where the fault leads it: waiting, parked, or through.
  private JsonNode meets(Buyer operator, Ordered ordered) {
    if (FaultMatrix.WAITS.contains(fault)) {
      JsonNode waiting = operator.awaits(ordered, "waiting");
      assertThat(waiting.path("waiting_on").path("kind").asText()).isEqualTo(waitKind());
      return waiting;
    }
    if (FaultMatrix.PARKS.contains(fault) || (isLasting && !isFound())) {
      JsonNode parked = operator.awaits(ordered, this::isParkedByThis);
      assertThat(parked.path("parking").path("cause").asText()).isEqualTo(parkCause());
      return parked;
    }
    return operator.awaits(ordered, isUndo ? "aborted" : "succeeded");
  }

  private boolean isFound() {
    return !isUndo && fault.equals("lost_reply") && FOUND.contains(operation);
  }

  private boolean isParkedByThis(JsonNode action) {
    return isParked(action)
        && action.path("parking").path("phase").asText().equals(isUndo ? "undo" : "forward");
  }

  private void ends(Buyer operator, SimulatedLocation location, Ordered ordered) {
    JsonNode action = operator.awaits(ordered, isUndo ? "aborted" : "succeeded");
    JsonNode server = operator.server(ordered);
    assertThat(ApiClient.list(action.path("steps")))
        .allMatch(step -> AT_REST.contains(step.path("status").asText()));
    if (isUndo) {
      location.holdsNothing(ordered);
      assertThat(action.path("residual")).isEmpty();
      assertThat(server.path("status").asText()).isEqualTo("destroyed");
    } else {
      location.holdsExactly(ordered, server);
      assertThat(server.path("status").asText()).isEqualTo("running");
    }
    assertThat(roomOf(ordered)).as("room of %s", ordered).isEqualTo(isUndo ? 0 : 1);
    if (!fault.equals("latency") && !fault.equals("task_lost")) {
      assertThat(failedAttempts(action))
          .as("attempts that failed in %s", action)
          // an order that is taken back has failed its last proof before
          .isGreaterThan(isUndo ? 1 : 0);
    }
  }

  private static long roomOf(Ordered ordered) {
    return SharedSlipway.running()
        .database()
        .number(
            "select count(*) from sim_reservation where released_at is null and label_action = '%s'"
                .formatted(ordered.action()));
  }

  private static long failedAttempts(JsonNode action) {
    return ApiClient.list(action.path("steps")).stream()
        .flatMap(step -> ApiClient.list(step.path("attempts")).stream())
        .filter(attempt -> attempt.path("status").asText().equals("failed"))
        .count();
  }

  private String waitKind() {
    return fault.equals("outage") ? "provider_down" : fault;
  }

  private String parkCause() {
    if (isUndo) {
      return "undo_failed";
    }
    return isLasting ? "attempts_spent" : fault;
  }

  private static boolean isParked(JsonNode action) {
    return action.path("status").asText().equals("parked");
  }

  private static Buyer tenant() {
    return SharedSlipway.running().as(People.TENANT);
  }
}
