package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Kills a Slipway whose engine forgets everything with its process.
class MemoryCrashIT {

  private static SlipwayProcess slipway;

  @BeforeAll
  static void start() {
    slipway = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "memory")).start();
  }

  @AfterAll
  static void stop() {
    slipway.close();
  }

  @Test
  void orders_outlive_the_jvm_and_the_engine_in_it() {
    BeingUndone undos = BeingUndone.of(slipway, "jvm");
    InFlight orders = InFlight.of(slipway, "jvm", 4);
    undos.begin();

    slipway.killJvm();
    slipway.start();

    orders.allFinish();
    undos.allEnd();
  }

  @Test
  void orders_outlive_everything_dying_at_once() {
    BeingUndone undos = BeingUndone.of(slipway, "everything");
    InFlight orders = InFlight.of(slipway, "everything", 4);
    undos.begin();

    slipway.killEverything();
    slipway.start();

    orders.allFinish();
    undos.allEnd();
  }

  @Test
  void orders_outlive_the_database() {
    BeingUndone undos = BeingUndone.of(slipway, "postgres");
    InFlight orders = InFlight.of(slipway, "postgres", 4);
    undos.begin();

    slipway.killChild("postgres");

    orders.allFinish();
    undos.allEnd();
  }

  @Test
  void a_parked_order_is_parked_at_the_same_place_after_a_crash_and_goes_on_when_told() {
    SimulatedLocation location = InFlight.location(slipway).fast();
    Buyer operator = new Buyer(location.admin());
    location.failAlways("create_machine", "capacity");
    Ordered ordered = InFlight.tenant(slipway).orders("parked", location.code());
    JsonNode before = operator.awaits(ordered, "parked");

    slipway.killJvm();
    slipway.start();

    SimulatedLocation again = InFlight.location(slipway);
    Buyer operatorAgain = new Buyer(again.admin());
    JsonNode parked = operatorAgain.awaitsParking(ordered, Buyer.parkingOf(before));
    assertThat(parked.path("steps")).isEqualTo(before.path("steps"));
    assertThat(List.of("step", "cause", "since"))
        .allSatisfy(field ->
            assertThat(parked.path("parking").path(field))
                .isEqualTo(before.path("parking").path(field)));
    again.clear();
    operatorAgain
        .commands(ordered, "retry", Map.of("parking", Buyer.parkingOf(before)))
        .expect(409);
    operatorAgain.retries(ordered, parked);
    operatorAgain.awaits(ordered, "succeeded");
    again.holdsExactly(ordered, operatorAgain.server(ordered));
  }
}
