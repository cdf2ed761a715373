package dev.slipway.deploy.system;

import static dev.slipway.deploy.system.SimulatedLocation.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of an order's addresses and room when its machine cannot be removed, and nobody was
/// told of the machine but the provider.
class LeftMachineIT {

  private final SharedSlipway slipway = SharedSlipway.running();
  private final Buyer tenant = slipway.as(People.TENANT);
  private final Buyer operator = slipway.as(People.ADMIN);
  private final SimulatedLocation location = slipway.quietLocation().fast();

  @AfterEach
  void clear() {
    location.clear();
  }

  @Test
  void an_abort_keeps_what_the_machine_has() {
    losesItsAnswer();
    Ordered ordered = tenant.orders("left-abort", location.code());
    JsonNode parked = parkedWithAnUnknownMachine(ordered);
    location.failAlways("delete_machine", "permission");

    decide(ordered, parked, "abort");
    JsonNode undo = operator.awaitsParking(ordered, Buyer.parkingOf(parked));
    decide(ordered, undo, "skip");

    assertThatAllIsKept(ordered, operator.awaits(ordered, "aborted"));
  }

  @Test
  void other_inputs_make_no_machine_beside_it() {
    losesItsAnswer();
    Ordered ordered = tenant.orders("left-inputs", location.code());
    JsonNode parked = parkedWithAnUnknownMachine(ordered);
    location.failAlways("delete_machine", "permission");

    operator
        .commands(
            ordered,
            "retry_with",
            Map.of("parking", Buyer.parkingOf(parked), "inputs", Map.of("image", "debian-12")))
        .expect(202);
    JsonNode undo = operator.awaitsParking(ordered, Buyer.parkingOf(parked));
    decide(ordered, undo, "skip");

    JsonNode refused = operator.awaitsParking(ordered, Buyer.parkingOf(undo));
    assertThat(refused.at("/parking/cause").asText()).isEqualTo("conflict");
    assertThat(refused.at("/error/message").asText()).contains(machineOf(ordered));
    decide(ordered, refused, "abort");
    assertThatAllIsKept(ordered, operator.awaits(ordered, "aborted"));
  }

  /// The first three looks are those before there is anything.
  private void losesItsAnswer() {
    location.failBy(
        List.of(
            rule("find", "latency", 3),
            rule("find", "auth", 1),
            rule("create_machine", "lost_reply", 1)));
  }

  /// Its machine is made, but the answer was lost, and the look for it is refused.
  private JsonNode parkedWithAnUnknownMachine(Ordered ordered) {
    JsonNode parked = operator.awaits(ordered, "parked");
    assertThat(parked.at("/parking/step").asText()).isEqualTo("create-machine");
    assertThat(Buyer.step(parked, "create-machine").path("external_id").isNull()).isTrue();
    return parked;
  }

  private void decide(Ordered ordered, JsonNode parked, String command) {
    operator
        .commands(
            ordered,
            command,
            Map.of("parking", Buyer.parkingOf(parked), "reason", "it cannot be removed"))
        .expect(202);
  }

  private String machineOf(Ordered ordered) {
    List<JsonNode> machines = location.machinesOf(ordered);
    assertThat(machines).hasSize(1);
    return machines.getFirst().path("external_id").asText();
  }

  private void assertThatAllIsKept(Ordered ordered, JsonNode aborted) {
    assertThat(aborted.path("residual"))
        .extracting(left -> left.path("kind").asText())
        .containsExactly("machine", "address", "reservation");
    assertThat(aborted.at("/residual/0/external_id").asText()).isEqualTo(machineOf(ordered));
    assertThat(location.addressesOf(ordered)).hasSize(2);
  }
}
