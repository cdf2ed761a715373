package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person can do about an order that cannot go on by itself.
class ParkingIT {

  private final SharedSlipway slipway = SharedSlipway.running();
  private final Buyer tenant = slipway.as(People.TENANT);
  private final Buyer operator = slipway.as(People.ADMIN);
  private final SimulatedLocation location = slipway.quietLocation().fast();

  @AfterEach
  void clear() {
    location.clear();
  }

  @Test
  void an_operator_retries_an_order_that_found_no_room() {
    location.failAlways("create_machine", "capacity");
    Ordered ordered = tenant.orders("park-retry", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");

    assertThat(parked.path("parking").path("cause").asText()).isEqualTo("capacity");
    assertThat(parked.path("parking").path("step").asText()).isEqualTo("create-machine");
    assertThat(texts(parked.path("commands"))).contains("retry", "retry_with", "adopt", "abort");
    assertThat(Buyer.step(parked, "create-machine").path("status").asText()).isEqualTo("parked");
    assertThat(tenant.action(ordered).at("/steps/2/attempts/0/error/message").asText())
        .isEqualTo("There is no room for this size at the moment.");
    location.clear();
    operator.retries(ordered, parked);

    operator.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, tenant.server(ordered));
  }

  @Test
  void an_order_that_is_retried_too_early_parks_again_under_the_next_number() {
    location.failAlways("reserve", "quota");
    Ordered ordered = tenant.orders("park-twice", location.code());
    JsonNode first = operator.awaits(ordered, "parked");
    operator.retries(ordered, first);

    JsonNode second = operator.awaitsParking(ordered, Buyer.parkingOf(first));

    assertThat(Buyer.parkingOf(second)).isEqualTo(Buyer.parkingOf(first) + 1);
    Reply stale = operator.commands(ordered, "retry", Map.of("parking", Buyer.parkingOf(first)));
    assertThat(stale.expect(409).code()).isEqualTo("command_not_allowed");
    assertThat(texts(stale.body().path("allowed"))).contains("retry", "abort");
    location.clear();
    operator.retries(ordered, second);
    operator.awaits(ordered, "succeeded");
  }

  @Test
  void an_operator_lets_a_step_run_with_other_inputs() {
    SimulatedLocation other = slipway.location("sim-2");
    location.failAlways("reserve", "capacity");
    Ordered ordered = tenant.orders("park-elsewhere", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    assertThat(editable(parked, "reserve-capacity")).containsExactly("location");

    Reply unknown =
        operator.commands(
            ordered,
            "retry_with",
            Map.of("parking", Buyer.parkingOf(parked), "inputs", Map.of("size", "big")));
    Reply given =
        operator.commands(
            ordered,
            "retry_with",
            Map.of("parking", Buyer.parkingOf(parked), "inputs", Map.of("location", "sim-2")));

    assertThat(unknown.expect(422).code()).isEqualTo("invalid_input");
    given.expect(202);
    operator.awaits(ordered, "succeeded");
    other.holdsExactly(ordered, tenant.server(ordered));
    location.holdsNothing(ordered);
    assertThat(tenant.server(ordered).path("location").asText()).isEqualTo("sim-2");
  }

  @Test
  void what_the_old_inputs_made_is_gone_when_the_new_ones_are_used() {
    location.failOnce("poll", "invalid");
    Ordered ordered = tenant.orders("park-image", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    assertThat(parked.path("parking").path("step").asText()).isEqualTo("await-machine");
    operator.retries(ordered, parked);
    operator.awaits(ordered, "succeeded");

    location.failOnce("create_machine", "invalid");
    Ordered second = tenant.orders("park-image-2", location.code());
    JsonNode refused = operator.awaits(second, "parked");
    operator
        .commands(
            second,
            "retry_with",
            Map.of("parking", Buyer.parkingOf(refused), "inputs", Map.of("image", "debian-12")))
        .expect(202);

    operator.awaits(second, "succeeded");
    location.holdsExactly(second, tenant.server(second));
    assertThat(location.machinesOf(second).getFirst().path("key").asText())
        .isEqualTo(second.action() + "/create-machine/2");
  }

  @Test
  void a_machine_made_by_hand_is_adopted_and_left_alone_by_an_abort() {
    location.failAlways("create_machine", "invalid");
    Ordered ordered = tenant.orders("park-adopt", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    String machine = madeByHand("park-adopt", "debian-13");
    location.failOnce("verify", "permission");

    operator
        .commands(
            ordered,
            "adopt",
            Map.of(
                "parking",
                Buyer.parkingOf(parked),
                "external_id",
                machine,
                "reason",
                "made in the provider's panel"))
        .expect(202);

    JsonNode again = operator.awaitsParking(ordered, Buyer.parkingOf(parked));
    assertThat(Buyer.step(again, "create-machine").path("external_id").asText()).isEqualTo(machine);
    location.holdsMachine(ordered, machine);
    abort(ordered, again);
    JsonNode aborted = operator.awaits(ordered, "aborted");
    assertThat(aborted.path("residual").toString()).contains(machine);
    assertThat(isBare(machine)).isTrue();
    assertThat(location.addressesOf(ordered)).isEmpty();
  }

  @Test
  void a_machine_of_another_shape_or_another_action_is_not_adopted() {
    Ordered owner = tenant.orders("park-owner", location.code());
    tenant.awaits(owner, "succeeded");
    String taken = location.machinesOf(owner).getFirst().path("external_id").asText();
    String unlike = madeByHand("park-unlike", "debian-12");
    location.failAlways("create_machine", "invalid");
    Ordered ordered = tenant.orders("park-thief", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");

    JsonNode refused = adopt(ordered, parked, taken);
    assertThat(refused.path("parking").path("cause").asText()).isEqualTo("conflict");
    assertThat(refused.path("error").toString()).contains(owner.action());
    JsonNode different = adopt(ordered, refused, unlike);
    assertThat(different.path("parking").path("cause").asText()).isEqualTo("invalid");
    assertThat(different.path("error").toString()).contains("debian-12");

    location.clear();
    operator.retries(ordered, different);
    operator.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, tenant.server(ordered));
    location.holdsExactly(owner, tenant.server(owner));
  }

  @Test
  void a_step_that_only_proves_something_is_skipped() {
    location.failAlways("verify", "permission");
    Ordered ordered = tenant.orders("park-skip", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    assertThat(texts(parked.path("commands"))).contains("skip");
    int number = Buyer.parkingOf(parked);

    Reply silent = operator.commands(ordered, "skip", Map.of("parking", number));
    Reply given =
        operator.commands(ordered, "skip", Map.of("parking", number, "reason", "seen by hand"));

    assertThat(silent.expect(422).code()).isEqualTo("invalid_input");
    given.expect(202);
    JsonNode done = operator.awaits(ordered, "succeeded");
    assertThat(Buyer.step(done, "verify-machine").path("status").asText()).isEqualTo("skipped");
    location.holdsExactly(ordered, tenant.server(ordered));
  }

  @Test
  void a_step_that_makes_something_cannot_be_skipped() {
    location.failAlways("create_machine", "invalid");
    Ordered ordered = tenant.orders("park-no-skip", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");

    Reply reply =
        operator.commands(
            ordered, "skip", Map.of("parking", Buyer.parkingOf(parked), "reason", "please"));

    assertThat(reply.expect(409).code()).isEqualTo("command_not_allowed");
    abort(ordered, parked);
    operator.awaits(ordered, "aborted");
    location.holdsNothing(ordered);
  }

  @Test
  void an_undo_that_fails_is_left_by_an_operator_and_reported() {
    location.failOnce("verify", "invalid");
    Ordered ordered = tenant.orders("park-residual", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    String machine = location.machinesOf(ordered).getFirst().path("external_id").asText();
    location.failAlways("delete_machine", "permission");
    abort(ordered, parked);

    JsonNode undo = operator.awaitsParking(ordered, Buyer.parkingOf(parked));
    assertThat(undo.path("phase").asText()).isEqualTo("undo");
    assertThat(undo.path("parking").path("cause").asText()).isEqualTo("undo_failed");
    assertThat(texts(undo.path("commands"))).containsExactlyInAnyOrder("retry", "skip");
    operator
        .commands(
            ordered, "skip", Map.of("parking", Buyer.parkingOf(undo), "reason", "is billed to us"))
        .expect(202);

    JsonNode aborted = operator.awaits(ordered, "aborted");
    assertThat(aborted.at("/residual/0/kind").asText()).isEqualTo("machine");
    assertThat(aborted.at("/residual/0/external_id").asText()).isEqualTo(machine);
    assertThat(aborted.at("/residual/1/kind").asText()).isEqualTo("address");
    assertThat(aborted.at("/residual/1/note").asText()).contains(machine);
    assertThat(aborted.at("/residual/2/kind").asText()).isEqualTo("reservation");
    assertThat(aborted.path("residual")).hasSize(3);
    assertThat(Buyer.step(aborted, "create-machine").path("status").asText()).isEqualTo("residual");
    assertThat(location.machinesOf(ordered)).hasSize(1);
    assertThat(location.addressesOf(ordered)).hasSize(2);
  }

  @Test
  void a_tenant_repairs_nothing_but_may_abort() {
    location.failAlways("create_machine", "auth");
    Ordered ordered = tenant.orders("park-tenant", location.code());
    JsonNode parked = tenant.awaits(ordered, "parked");
    assertThat(texts(parked.path("commands"))).containsExactly("abort");

    Reply retry = tenant.commands(ordered, "retry", Map.of("parking", Buyer.parkingOf(parked)));
    assertThat(retry.expect(403).code()).isEqualTo("forbidden");
    abort(tenant, ordered, parked);

    tenant.awaits(ordered, "aborted");
    location.holdsNothing(ordered);
  }

  @Test
  void a_tenant_reads_nothing_of_the_provider() {
    location.failOnce("configure", "malformed");
    location.failAlways("verify", "auth");
    Ordered ordered = tenant.orders("park-words", location.code());
    JsonNode parked = tenant.awaits(ordered, "parked");
    String machine = location.machinesOf(ordered).getFirst().path("external_id").asText();

    for (String path :
        List.of(
            "/actions/" + ordered.action(),
            "/actions",
            "/servers/" + ordered.server(),
            "/servers",
            "/locations")) {
      assertThat(tenant.api().get(path).expect(200).body().toString())
          .as(path)
          .doesNotContainIgnoringCase("simulator")
          .doesNotContain(machine, "external_id", "credential", "inputs", "Exception");
    }
    assertThat(operator.action(ordered).toString()).contains(machine, "credential");
    abort(tenant, ordered, parked);
    tenant.awaits(ordered, "aborted");
  }

  private JsonNode adopt(Ordered ordered, JsonNode parked, String machine) {
    operator
        .commands(
            ordered,
            "adopt",
            Map.of("parking", Buyer.parkingOf(parked), "external_id", machine, "reason", "a test"))
        .expect(202);
    return operator.awaitsParking(ordered, Buyer.parkingOf(parked));
  }

  private void abort(Ordered ordered, JsonNode parked) {
    abort(operator, ordered, parked);
  }

  private static void abort(Buyer person, Ordered ordered, JsonNode parked) {
    person
        .commands(
            ordered, "abort", Map.of("parking", Buyer.parkingOf(parked), "reason", "not wanted"))
        .expect(202);
  }

  private String madeByHand(String name, String image) {
    return location
        .admin()
        .post(
            "/admin/simulators/" + location.code() + "/machines",
            Map.of("name", name, "plan", "s-1", "image", image))
        .expect(201)
        .body()
        .path("machine")
        .path("external_id")
        .asText();
  }

  /// Whether a machine exists and has neither addresses nor networks.
  private boolean isBare(String machine) {
    String bare =
        """
        select count(*) from sim_machine
        where deleted_at is null and external_id = '%s'
          and ipv4 is null and ipv6 is null and networks = '{}'
        """;
    return slipway.database().number(bare.formatted(machine)) == 1;
  }

  private static List<String> editable(JsonNode action, String step) {
    return texts(Buyer.step(action, step).path("editable").findValues("field"));
  }

  private static List<String> texts(Iterable<JsonNode> array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
