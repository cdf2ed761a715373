package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// One order from sign-in to a running server, and everything that may happen to it on the way.
class OrderPathIT {

  private static final List<String> STEPS =
      List.of(
          "reserve-capacity",
          "allocate-addresses",
          "create-machine",
          "await-machine",
          "configure-machine",
          "verify-machine",
          "publish-server");

  private final SharedSlipway slipway = SharedSlipway.running();
  private final Buyer tenant = slipway.as(People.TENANT);
  private final Buyer operator = slipway.as(People.ADMIN);
  private final SimulatedLocation location = slipway.quietLocation();

  @Test
  void a_dry_run_shows_the_steps_that_then_run_and_stores_nothing() {
    Map<String, Object> order = Buyer.order("dry-1", location.code());

    JsonNode dryRun =
        tenant.api().post("/servers?dry_run=true", order).expect(200).body().path("dry_run");

    assertThat(dryRun.path("type").asText()).isEqualTo("create_server");
    assertThat(ids(dryRun.path("steps"))).isEqualTo(STEPS);
    assertThat(dryRun.path("blockers")).isEmpty();
    assertThat(tenant.api().get("/servers?q=dry-1").expect(200).body().path("servers")).isEmpty();

    Ordered ordered = tenant.orders("dry-1", location.code());
    JsonNode done = tenant.awaits(ordered, "succeeded");
    assertThat(ids(done.path("steps"))).isEqualTo(STEPS);
  }

  @Test
  void an_order_becomes_a_running_server_and_exactly_one_machine() {
    Ordered ordered = tenant.orders("path-1", location.code());

    JsonNode done = operator.awaits(ordered, "succeeded");

    assertThat(done.path("progress").asInt()).isEqualTo(100);
    for (JsonNode step : ApiClient.list(done.path("steps"))) {
      assertThat(step.path("status").asText()).as("%s", step).isEqualTo("done");
      assertThat(step.path("attempts")).as("%s", step).hasSize(1);
      assertThat(step.path("attempts").path(0).path("status").asText()).isEqualTo("ok");
    }
    JsonNode server = tenant.server(ordered);
    assertThat(server.path("status").asText()).isEqualTo("running");
    assertThat(server.path("action").isNull()).isTrue();
    assertThat(server.path("ipv4").asText()).isNotEmpty();
    assertThat(server.path("ipv6").asText()).isNotEmpty();
    location.holdsExactly(ordered, server);
    assertThat(lanesOf(ordered)).isZero();
  }

  @Test
  void a_server_joins_the_networks_it_was_ordered_with() {
    Ordered alone = ordersIn("path-private", List.of("private"));
    Ordered both = ordersIn("path-both", List.of("public", "private"));

    tenant.awaits(alone, "succeeded");
    tenant.awaits(both, "succeeded");

    assertThat(networksOf(alone)).containsExactly("private");
    assertThat(networksOf(both)).containsExactly("public", "private");
    assertThat(location.addressesOf(alone)).isEmpty();
    assertThat(location.addressesOf(both)).hasSize(2);
  }

  private Ordered ordersIn(String name, List<String> networks) {
    Map<String, Object> order = new HashMap<>(Buyer.order(name, location.code()));
    order.put("networks", networks);
    return Ordered.of(tenant.api().post("/servers", order, name).expect(201).body());
  }

  private List<String> networksOf(Ordered ordered) {
    JsonNode machine = location.machinesOf(ordered).getFirst();
    return ApiClient.list(machine.path("networks")).stream().map(JsonNode::asText).toList();
  }

  @Test
  void an_orders_history_is_kept_after_its_end() {
    Ordered ordered = tenant.orders("path-history", location.code());
    tenant.awaits(ordered, "succeeded");

    // the last step ends the action, and the workflow a moment after it
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> operator.api().get("/actions/" + ordered.action() + "/history").expect(200),
            history -> history.body().toString().contains("WORKFLOW_EXECUTION_COMPLETED"));
    assertThat(tenant.api().get("/actions/" + ordered.action() + "/history").status())
        .isIn(403, 404);
  }

  @Test
  void twenty_identical_orders_at_once_are_one() throws Exception {
    List<Reply> replies =
        twenty(number ->
            tenant.api().post("/servers", Buyer.order("twenty", location.code()), "one-key-20"));

    assertThat(replies).allMatch(reply -> reply.status() == 201 || isInProgress(reply));
    List<Reply> accepted = replies.stream().filter(reply -> reply.status() == 201).toList();
    assertThat(accepted).isNotEmpty();
    assertThat(accepted.stream().map(reply -> Ordered.of(reply.body())).distinct()).hasSize(1);
    assertThat(
            accepted.stream()
                .filter(each -> each.headers().firstValue("Idempotency-Replayed").isEmpty()))
        .hasSize(1);
    Ordered ordered = Ordered.of(accepted.getFirst().body());
    tenant.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, tenant.server(ordered));
  }

  @Test
  void of_twenty_orders_for_one_name_one_wins() throws Exception {
    List<Reply> replies =
        twenty(number -> tenant.api().post("/servers", Buyer.order("name-20", location.code())));

    List<Reply> accepted = replies.stream().filter(reply -> reply.status() == 201).toList();
    assertThat(accepted).hasSize(1);
    assertThat(replies.stream().filter(reply -> reply.code().equals("uniqueness_error")))
        .hasSize(19)
        .allMatch(reply -> reply.status() == 409);
    Ordered ordered = Ordered.of(accepted.getFirst().body());
    tenant.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, tenant.server(ordered));
  }

  @Test
  void a_key_is_good_for_one_body() {
    Map<String, Object> order = Buyer.order("key-1", location.code());
    Reply first = tenant.api().post("/servers", order, "reused-key").expect(201);

    Reply again = tenant.api().post("/servers", order, "reused-key").expect(201);
    Reply other =
        tenant.api().post("/servers", Buyer.order("key-2", location.code()), "reused-key");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(other.expect(422).code()).isEqualTo("idempotency_key_reused");
    Reply without =
        tenant.api().send("POST", "/servers", Buyer.order("key-3", location.code()), Map.of());
    assertThat(without.expect(400).code()).isEqualTo("idempotency_key_missing");
    tenant.awaits(Ordered.of(first.body()), "succeeded");
  }

  @Test
  void another_tenant_finds_nothing() {
    Ordered ordered = tenant.orders("private-1", location.code());
    ApiClient other = slipway.as(People.OTHER_TENANT).api();

    assertThat(other.get("/servers/" + ordered.server()).expect(404).code()).isEqualTo("not_found");
    assertThat(other.get("/actions/" + ordered.action()).expect(404).code()).isEqualTo("not_found");
    other
        .post(
            "/actions/" + ordered.action() + "/commands",
            Map.of("command", "abort", "reason", "mine?"))
        .expect(404);
    other.delete("/servers/" + ordered.server(), Map.of("confirm", "private-1")).expect(404);
    assertThat(other.get("/servers?q=private-1").expect(200).body().path("servers")).isEmpty();
    assertThat(other.get("/admin/attention").status()).isEqualTo(403);
    tenant.awaits(ordered, "succeeded");
  }

  @Test
  void deleting_a_server_that_is_being_built_aborts_its_order_once() {
    location.timing(2_000);
    Ordered ordered = tenant.orders("deleted-1", location.code());
    tenant.awaits(ordered, action -> isDone(action, "create-machine"));
    Map<String, Object> confirmed = Map.of("confirm", "deleted-1", "reason", "changed my mind");

    Reply first = tenant.api().delete("/servers/" + ordered.server(), confirmed).expect(202);
    Reply second = tenant.api().delete("/servers/" + ordered.server(), confirmed).expect(202);

    assertThat(first.body().path("action").path("id").asText()).isEqualTo(ordered.action());
    assertThat(second.body().path("action").path("id").asText()).isEqualTo(ordered.action());
    JsonNode aborted = operator.awaits(ordered, "aborted");
    assertThat(aborted.path("residual")).isEmpty();
    assertThat(Buyer.step(aborted, "create-machine").path("status").asText()).isEqualTo("undone");
    assertThat(Buyer.step(aborted, "publish-server").path("status").asText()).isEqualTo("pending");
    assertThat(tenant.server(ordered).path("status").asText()).isEqualTo("destroyed");
    location.holdsNothing(ordered);
    assertThat(lanesOf(ordered)).isZero();

    Ordered again = tenant.orders("deleted-1", location.fast().code());
    tenant.awaits(again, "succeeded");
    location.holdsExactly(again, tenant.server(again));
  }

  @Test
  void an_order_for_later_begins_when_its_time_has_come() {
    Instant begin = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.MILLIS);
    Map<String, Object> order = new HashMap<>(Buyer.order("later-1", location.code()));
    order.put("not_before", begin.toString());

    Ordered ordered = Ordered.of(tenant.api().post("/servers", order).expect(201).body());

    JsonNode queued = tenant.action(ordered);
    assertThat(queued.path("status").asText()).isEqualTo("queued");
    assertThat(queued.path("waiting_on").path("kind").asText()).isEqualTo("not_before");
    JsonNode done = tenant.awaits(ordered, "succeeded");
    assertThat(Instant.parse(done.path("started_at").asText()))
        .isBetween(begin, begin.plusSeconds(10));
    location.holdsExactly(ordered, tenant.server(ordered));
  }

  @Test
  void an_order_for_later_is_aborted_before_anything_is_made() {
    Map<String, Object> order = new HashMap<>(Buyer.order("later-2", location.code()));
    order.put("not_before", Instant.now().plusSeconds(3_600).toString());
    Ordered ordered = Ordered.of(tenant.api().post("/servers", order).expect(201).body());

    tenant.commands(ordered, "abort", Map.of("reason", "changed my mind")).expect(202);

    assertThat(tenant.action(ordered).path("status").asText()).isEqualTo("aborted");
    assertThat(tenant.server(ordered).path("status").asText()).isEqualTo("destroyed");
    assertThat(location.everMadeFor(ordered)).isEmpty();
    assertThat(lanesOf(ordered)).isZero();
  }

  @Test
  void deleting_needs_the_servers_name() {
    location.timing(1_000);
    Ordered ordered = tenant.orders("confirm-1", location.code());

    Reply reply = tenant.api().delete("/servers/" + ordered.server(), Map.of("confirm", "other"));

    assertThat(reply.expect(422).code()).isEqualTo("invalid_input");
    location.fast();
    tenant.awaits(ordered, "succeeded");
  }

  @Test
  void an_order_is_told_as_it_happens() {
    Ordered ordered = tenant.orders("events-1", location.code());

    List<String> lines = tenant.api().events("/actions/" + ordered.action() + "/events").toList();

    assertThat(lines).contains("event: action").anyMatch(line -> line.startsWith("retry: 2000"));
    List<Long> versions =
        lines.stream()
            .filter(line -> line.startsWith("id: "))
            .map(line -> Long.valueOf(line.substring(4).strip()))
            .toList();
    assertThat(versions).isSorted().doesNotHaveDuplicates();
    assertThat(lines.stream().filter(line -> line.startsWith("data: ")).toList().getLast())
        .contains("\"succeeded\"")
        .contains(ordered.action());
  }

  private static boolean isDone(JsonNode action, String step) {
    return Buyer.step(action, step).path("status").asText().equals("done");
  }

  private static boolean isInProgress(Reply reply) {
    return reply.status() == 409 && reply.code().equals("idempotency_in_progress");
  }

  private static List<String> ids(JsonNode steps) {
    return ApiClient.list(steps).stream().map(step -> step.path("id").asText()).toList();
  }

  private long lanesOf(Ordered ordered) {
    return slipway
        .database()
        .number("select count(*) from lane where action_id = '" + ordered.action() + "'");
  }

  private interface Request {
    Reply send(int number);
  }

  private static List<Reply> twenty(Request request)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> calls =
          IntStream.range(0, 20)
              .<Callable<Reply>>mapToObj(number -> () -> request.send(number))
              .toList();
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> reply : threads.invokeAll(calls)) {
        replies.add(reply.get());
      }
      return replies;
    }
  }
}
