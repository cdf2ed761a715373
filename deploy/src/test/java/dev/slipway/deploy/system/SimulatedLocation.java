package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.simulator.FaultRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One location of the simulated cloud as an operator controls it.
///
/// @param admin the API as the operator uses it
/// @param code such as `sim-1`
public record SimulatedLocation(ApiClient admin, String code) {

  private static final int FOR_EVER = 1_000;

  /// Tasks so short that only their order matters.
  SimulatedLocation fast() {
    return timing(50);
  }

  public SimulatedLocation timing(int milliseconds) {
    admin
        .put(
            path("timing"),
            Map.of(
                "create_ms", milliseconds,
                "power_ms", milliseconds,
                "configure_ms", milliseconds,
                "delete_ms", milliseconds,
                "variance", 0.2))
        .expect(200);
    return this;
  }

  /// The next such call, and no other, meets the fault.
  void failOnce(String operation, String fault) {
    faults(operation, fault, 1);
  }

  /// Every such call meets the fault until the faults are cleared.
  void failAlways(String operation, String fault) {
    faults(operation, fault, FOR_EVER);
  }

  /// The calls that have no word of their own meet the fault; those that have one pass.
  void failUnnamed(String fault, boolean isLasting) {
    failBy(
        Stream.concat(
                FaultRule.OPERATIONS.stream()
                    .filter(operation -> !operation.equals("*"))
                    .map(operation -> rule(operation, "latency", FOR_EVER, 0)),
                Stream.of(rule("*", fault, isLasting ? FOR_EVER : 1)))
            .toList());
  }

  void clear() {
    admin.put(path("faults"), Map.of("faults", List.of())).expect(200);
  }

  List<JsonNode> faultsLeft() {
    return ApiClient.list(admin.get(path("faults")).expect(200).body().path("faults"));
  }

  /// Machines that were made for an action and are not deleted.
  List<JsonNode> machinesOf(Ordered ordered) {
    return everMadeFor(ordered).filter(SimulatedLocation::isPresent).toList();
  }

  /// Machines that were ever made for an action.
  Stream<JsonNode> everMadeFor(Ordered ordered) {
    return ApiClient.list(admin.get(path("machines")).expect(200).body().path("machines")).stream()
        .filter(machine -> machine.path("action_id").asText().equals(ordered.action()));
  }

  /// Addresses that are allocated to an action.
  List<String> addressesOf(Ordered ordered) {
    return ApiClient.list(admin.get(path("addresses")).expect(200).body().path("addresses"))
        .stream()
        .filter(address -> address.path("action_id").asText().equals(ordered.action()))
        .filter(address -> address.path("released_at").isNull())
        .map(address -> address.path("address").asText())
        .toList();
  }

  /// Exactly one machine under the ordered name, and exactly the addresses the server shows.
  void holdsExactly(Ordered ordered, JsonNode server) {
    List<JsonNode> machines = machinesOf(ordered);
    assertThat(machines).as("machines of %s", ordered).hasSize(1);
    JsonNode machine = machines.getFirst();
    assertThat(machine.path("name").asText()).isEqualTo(ordered.name());
    assertThat(machine.path("state").asText()).isEqualTo("running");
    assertThat(addressesOf(ordered))
        .as("addresses of %s", ordered)
        .containsExactlyInAnyOrder(server.path("ipv4").asText(), server.path("ipv6").asText());
  }

  /// Exactly this machine is an action's.
  void holdsMachine(Ordered ordered, String machine) {
    assertThat(machinesOf(ordered).stream().map(each -> each.path("external_id").asText()))
        .containsExactly(machine);
  }

  /// Nothing of it is left.
  void holdsNothing(Ordered ordered) {
    assertThat(machinesOf(ordered)).as("machines of %s", ordered).isEmpty();
    assertThat(addressesOf(ordered)).as("addresses of %s", ordered).isEmpty();
  }

  /// A rule that hits a number of calls.
  static Map<String, Object> rule(String operation, String fault, int times) {
    return rule(operation, fault, times, fault.equals("latency") ? 300 : 0);
  }

  private static Map<String, Object> rule(
      String operation, String fault, int times, int milliseconds) {
    return Map.of(
        "operation", operation,
        "fault", fault,
        "times", times,
        "probability", 1.0,
        "latency_ms", milliseconds);
  }

  /// Calls meet the first of these rules that hits them and is not used up.
  void failBy(List<Map<String, Object>> rules) {
    admin.put(path("faults"), Map.of("faults", rules)).expect(200);
  }

  private void faults(String operation, String fault, int times) {
    failBy(List.of(rule(operation, fault, times)));
  }

  private String path(String what) {
    return "/admin/simulators/" + code + "/" + what;
  }

  private static boolean isPresent(JsonNode machine) {
    return machine.path("deleted_at").isNull() || machine.path("deleted_at").isMissingNode();
  }
}
