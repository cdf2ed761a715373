package dev.slipway.deploy.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/// Orders with a machine that are taken back, about to meet a disaster.
///
/// @param slipway whose
/// @param parked whose undo waits for an operator
/// @param aborted whose undo is under way once it has [begun][#begin]
record BeingUndone(SlipwayProcess slipway, Ordered parked, Ordered aborted) {

  /// One whose undo has parked, and one that could not be verified and is about to be aborted.
  static BeingUndone of(SlipwayProcess slipway, String name) {
    SimulatedLocation location = InFlight.location(slipway).fast();
    Buyer tenant = InFlight.tenant(slipway);
    Buyer operator = new Buyer(location.admin());
    location.failAlways("verify", "permission");
    Ordered parked = tenant.orders(name + "-undo-parked", location.code());
    Ordered aborted = tenant.orders(name + "-undo", location.code());
    operator.awaits(parked, "parked");
    operator.awaits(aborted, "parked");
    location.failOnce("delete_machine", "permission");
    abort(operator, parked);
    operator.awaits(parked, BeingUndone::waitsInItsUndo);
    location.clear();
    return new BeingUndone(slipway, parked, aborted);
  }

  private static boolean waitsInItsUndo(JsonNode action) {
    return action.path("status").asText().equals("parked")
        && action.path("phase").asText().equals("undo");
  }

  /// The second is aborted too, at this moment.
  BeingUndone begin() {
    abort(new Buyer(InFlight.location(slipway).admin()), aborted);
    return this;
  }

  /// Nothing is left of either; the first waits for an operator, as it did.
  void allEnd() {
    slipway.awaitHealthy();
    SimulatedLocation location = InFlight.location(slipway).fast();
    Buyer operator = new Buyer(location.admin());
    operator.awaits(aborted, "aborted");
    location.holdsNothing(aborted);

    operator.awaits(parked, BeingUndone::waitsInItsUndo);
    Awaitility.await(parked.action())
        .atMost(Duration.ofMinutes(1))
        .until(() -> isAbortedOnceRetried(operator));
    location.holdsNothing(parked);
  }

  /// An engine that died with its process parks it anew, under the next number.
  private boolean isAbortedOnceRetried(Buyer operator) {
    JsonNode action = operator.action(parked);
    if (waitsInItsUndo(action)) {
      operator.commands(parked, "retry", Map.of("parking", Buyer.parkingOf(action)));
    }
    return action.path("status").asText().equals("aborted");
  }

  private static void abort(Buyer operator, Ordered ordered) {
    operator.commands(ordered, "abort", Map.of("reason", "not wanted any more")).expect(202);
  }
}
