package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// Orders at different points of their way, about to meet a disaster.
///
/// @param slipway whose
/// @param orders what was ordered at `sim-1`
record InFlight(SlipwayProcess slipway, List<Ordered> orders) {

  private static final int STEPS_APART = 3;

  /// Orders so many, one after the other, until they stand at different steps.
  static InFlight of(SlipwayProcess slipway, String name, int count) {
    SimulatedLocation location = location(slipway).timing(2_000);
    Buyer tenant = tenant(slipway);
    List<Ordered> orders = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      orders.add(tenant.orders(name + "-" + number, location.code()));
      Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> atStep(tenant, orders.getFirst()) >= STEPS_APART);
    return new InFlight(slipway, orders);
  }

  /// Every one becomes a running server with exactly one machine, and none asked for a person.
  void allFinish() {
    slipway.awaitHealthy();
    SimulatedLocation location = location(slipway).fast();
    Buyer operator = new Buyer(location.admin());
    for (Ordered ordered : orders) {
      JsonNode action = operator.awaits(ordered, "succeeded");
      assertThat(action.path("steps"))
          .allMatch(step -> step.path("status").asText().equals("done"));
      location.holdsExactly(ordered, operator.server(ordered));
    }
    assertThat(parkedEver()).as("orders that parked").isZero();
  }

  /// The statuses they have now.
  Set<String> statuses() {
    Buyer tenant = tenant(slipway);
    return orders.stream()
        .map(ordered -> tenant.action(ordered).path("status").asText())
        .collect(Collectors.toSet());
  }

  private long parkedEver() {
    String ids =
        orders.stream().map(each -> "'" + each.action() + "'").collect(Collectors.joining(","));
    return new ProductDatabase(slipway)
        .number(
            "select count(*) from action"
                + " where (parking_number > 0 or error_code = 'engine_stuck') and id in ("
                + ids
                + ")");
  }

  private static long atStep(Buyer tenant, Ordered ordered) {
    return ApiClient.list(tenant.action(ordered).path("steps")).stream()
        .filter(step -> step.path("status").asText().equals("done"))
        .count();
  }

  static SimulatedLocation location(SlipwayProcess slipway) {
    return new SimulatedLocation(ApiClient.signedIn(slipway.address(), People.ADMIN), "sim-1");
  }

  static Buyer tenant(SlipwayProcess slipway) {
    return new Buyer(ApiClient.signedIn(slipway.address(), People.TENANT));
  }
}
