package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// One fault at one operation of the simulated cloud, and what the contract says of an order that
/// meets it.
///
/// @param isUndo whether it is met while the order is taken back
/// @param isLasting whether it lasts until somebody clears it, else it is met once
record FaultCase(String operation, String fault, boolean isUndo, boolean isLasting) {

  private static final List<String> FORWARD =
      List.of(
          "reserve", "allocate_address", "create_machine", "find", "poll", "configure", "verify");
  private static final List<String> UNDO = List.of("delete_machine", "release_address");

  /// Those that time or the provider solves.
  private static final Set<String> WAITS = Set.of("rate_limited", "locked", "outage");

  /// Those that a person solves.
  private static final Set<String> PARKS =
      Set.of("capacity", "quota", "invalid", "auth", "permission");

  /// Those that go on by themselves, unless they last.
  private static final List<String> GOES_ON =
      List.of("lost_reply", "transient", "malformed", "latency", "task_failed", "task_lost");

  /// Those whose attempts can be spent.
  private static final List<String> SPENT = List.of("transient", "task_failed");

  /// What steps of an action that has ended can be.
  private static final Set<String> AT_REST = Set.of("done", "undone", "failed", "pending");

  static Stream<FaultCase> all() {
    Stream<FaultCase> forward = FORWARD.stream().flatMap(each -> of(each, false));
    Stream<FaultCase> undo = UNDO.stream().flatMap(each -> of(each, true));
    return Stream.concat(forward, undo);
  }

  private static Stream<FaultCase> of(String operation, boolean isUndo) {
    Stream<FaultCase> once =
        Stream.of(GOES_ON.stream(), PARKS.stream())
            .flatMap(faults -> faults)
            .map(fault -> new FaultCase(operation, fault, isUndo, false));
    Stream<FaultCase> lasting =
        Stream.of(WAITS.stream(), SPENT.stream())
            .flatMap(faults -> faults)
            .map(fault -> new FaultCase(operation, fault, isUndo, true));
    return Stream.concat(once, lasting);
  }

  /// The name of its order, too.
  @Override
  public String toString() {
    return String.join(
            "-", isUndo ? "undo" : "do", operation, fault, isLasting ? "lasting" : "once")
        .replace('_', '-');
  }

  /// Orders at a location of its own and follows the order to its end.
  void run(Buyer operator, SimulatedLocation location) {
    location.clear();
    Ordered ordered = isUndo ? abortedWithFault(operator, location) : orderedWithFault(location);
    JsonNode met = meets(operator, ordered);
    if (isLasting) {
      location.clear();
    } else {
      assertThat(location.faultsLeft()).as("faults that nobody met").isEmpty();
    }
    if (isParked(met)) {
      operator.retries(ordered, met);
    }
    ends(operator, location, ordered);
  }

  private Ordered orderedWithFault(SimulatedLocation location) {
    switchOn(location);
    return tenant().orders(toString(), location.code());
  }

  /// An order that is complete but for its last proof is taken back.
  private Ordered abortedWithFault(Buyer operator, SimulatedLocation location) {
    location.failOnce("verify", "invalid");
    Ordered ordered = tenant().orders(toString(), location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    switchOn(location);
    operator
        .commands(
            ordered, "abort", Map.of("parking", Buyer.parkingOf(parked), "reason", "a fault test"))
        .expect(202);
    return ordered;
  }

  private void switchOn(SimulatedLocation location) {
    if (isLasting) {
      location.failAlways(operation, fault);
    } else {
      location.failOnce(operation, fault);
    }
  }

  /// The action where the fault leads it: waiting, parked, or through.
  private JsonNode meets(Buyer operator, Ordered ordered) {
    if (WAITS.contains(fault)) {
      JsonNode waiting = operator.awaits(ordered, "waiting");
      assertThat(waiting.path("waiting_on").path("kind").asText()).isEqualTo(waitKind());
      return waiting;
    }
    if (PARKS.contains(fault) || isLasting) {
      JsonNode parked = operator.awaits(ordered, this::isParkedByThis);
      assertThat(parked.path("parking").path("cause").asText()).isEqualTo(parkCause());
      return parked;
    }
    return operator.awaits(ordered, isUndo ? "aborted" : "succeeded");
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
    if (!fault.equals("latency") && !fault.equals("task_lost")) {
      assertThat(failedAttempts(action)).as("attempts that failed in %s", action).isNotZero();
    }
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
