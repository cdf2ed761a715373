package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several people, several orders and several requests: each decision is made once.
class DecisionIT {

  private final SharedSlipway slipway = SharedSlipway.running();
  private final Buyer tenant = slipway.as(People.TENANT);
  private final Buyer operator = slipway.as(People.ADMIN);
  private final SimulatedLocation location = slipway.quietLocation().fast();

  @AfterEach
  void clear() {
    location.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry", "abort"})
  void of_two_operators_one_decides(String other) throws Exception {
    location.failAlways("create_machine", "capacity");
    Ordered ordered = tenant.orders("park-two-" + other, location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    Map<String, Object> decision = Map.of("parking", Buyer.parkingOf(parked), "reason", "mine");
    location.clear();

    List<Reply> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> both =
          List.of(
              () -> operator.commands(ordered, "retry", decision),
              () -> operator.commands(ordered, other, decision));
      for (Future<Reply> reply : threads.invokeAll(both)) {
        replies.add(reply.get());
      }
    }

    assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(202, 409);
    assertThat(replies).anyMatch(reply -> reply.code().equals("command_not_allowed"));
    boolean isRetried = other.equals("retry") || replies.getFirst().status() == 202;
    operator.awaits(ordered, isRetried ? "succeeded" : "aborted");
    if (isRetried) {
      location.holdsExactly(ordered, tenant.server(ordered));
    } else {
      location.holdsNothing(ordered);
    }
  }

  /// A retry leads back to the same parking here, so the abort is never too late.
  @RepeatedTest(5)
  void a_tenants_abort_holds_beside_an_operators_retry(RepetitionInfo time) throws Exception {
    location.failAlways("create_machine", "capacity");
    Ordered ordered = tenant.orders("park-beside-" + time.getCurrentRepetition(), location.code());
    JsonNode parked = operator.awaits(ordered, "parked");

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> retry =
          threads.submit(() ->
              operator.commands(ordered, "retry", Map.of("parking", Buyer.parkingOf(parked))));
      Future<Reply> abort =
          threads.submit(() -> tenant.commands(ordered, "abort", Map.of("reason", "not wanted")));
      assertThat(abort.get().status()).isEqualTo(202);
      assertThat(retry.get().status()).isIn(202, 409);
    }

    operator.awaits(ordered, "aborted");
    location.holdsNothing(ordered);
  }

  @Test
  void one_decision_is_made_for_many_orders() {
    location.failAlways("reserve", "capacity");
    List<Ordered> many =
        List.of("park-bulk-1", "park-bulk-2", "park-bulk-3").stream()
            .map(name -> tenant.orders(name, location.code()))
            .toList();
    many.forEach(ordered -> operator.awaits(ordered, "parked"));
    JsonNode attention = operator.api().get("/admin/attention").expect(200).body();
    assertThat(attention.toString()).contains(many.stream().map(Ordered::action).toList());
    List<String> ids = new ArrayList<>(many.stream().map(Ordered::action).toList());
    ids.add("act_doesnotexist");
    location.clear();

    operator
        .api()
        .patch(
            "/admin/attention",
            Map.of("action_ids", ids.subList(0, 3), "assignee", People.ADMIN.email()))
        .expect(200);
    assertThat(operator.api().get("/admin/attention").body().findValuesAsText("assignee"))
        .contains(operator.api().get("/me").body().at("/user/name").asText());
    JsonNode results =
        operator
            .api()
            .post("/admin/attention/commands", Map.of("action_ids", ids, "command", "retry"))
            .body()
            .path("results");

    assertThat(ApiClient.list(results)).hasSize(4);
    assertThat(ApiClient.list(results).stream().filter(r -> r.path("status").asInt() == 202))
        .hasSize(3);
    many.forEach(ordered -> operator.awaits(ordered, "succeeded"));
    many.forEach(ordered -> location.holdsExactly(ordered, tenant.server(ordered)));
  }

  @Test
  void a_command_that_is_sent_twice_is_obeyed_once() {
    location.failAlways("create_machine", "capacity");
    Ordered ordered = tenant.orders("park-again", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    location.clear();
    Map<String, Object> retry = Map.of("command", "retry", "parking", Buyer.parkingOf(parked));
    String key = UUID.randomUUID().toString();
    String path = "/actions/" + ordered.action() + "/commands";

    operator.api().post(path, retry, key).expect(202);
    Reply again = operator.api().post(path, retry, key).expect(202);

    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    operator.awaits(ordered, "succeeded");
  }
}
