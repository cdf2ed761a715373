package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.order;
import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProtectedOrderTest {

  private static final String ABORT = "{\"command\":\"abort\",\"reason\":\"mine\"}";

  private final ApiServer api = ApiServer.shared();
  private final Http tenant = api.as(api.tenantUser());
  private final Http operator = api.as(api.operator());
  private final Http.Answer ordered = order(tenant, "kept");
  private final String server = "/api/v1/servers/" + ordered.text("/server/id");
  private final String action = ordered.text("/action/id");
  private final String path = "/api/v1/actions/" + action;

  private void protect(boolean isProtected) {
    var answer = tenant.with("If-Match", "*").patch(server, "{\"protected\":" + isProtected + "}");
    assertThat(answer.status()).isEqualTo(200);
  }

  private String wish() {
    return api.tables().value("select abort_reason from action where id = '" + action + "'");
  }

  private static void isRefused(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("protected");
  }

  @Test
  void nobody_aborts_the_order_of_a_protected_server() {
    api.tables().run(action, "reserve-capacity");
    protect(true);

    isRefused(tenant.post(path + "/commands", ABORT));
    isRefused(operator.post(path + "/commands", ABORT));

    assertThat(wish()).isEqualTo("null");
    assertThat(api.engine().given(action)).isEmpty();
    assertThat(tenant.get(path).at("/action/commands")).isEmpty();
    assertThat(operator.get(path).at("/action/commands")).isEmpty();
  }

  @Test
  void an_order_that_has_not_begun_is_kept_too() {
    protect(true);

    isRefused(tenant.post(path + "/commands", ABORT));

    assertThat(tenant.get(path).text("/action/status")).isEqualTo("queued");
  }

  @Test
  void what_is_parked_may_be_repaired_and_not_aborted() {
    api.tables().park(action, "create-machine", "capacity");
    protect(true);

    isRefused(operator.post(path + "/commands", ABORT));

    assertThat(operator.get(path).at("/action/commands").toString())
        .isEqualTo("[\"retry\",\"retry_with\",\"adopt\"]");
    assertThat(operator.post(path + "/commands", "{\"command\":\"retry\"}").status())
        .isEqualTo(202);
  }

  @Test
  void of_many_each_tells_its_own() {
    String other = orderedAction(tenant);
    api.tables().park(action, "create-machine", "capacity");
    api.tables().park(other, "create-machine", "capacity");
    protect(true);

    var answer =
        operator.post(
            "/api/v1/admin/attention/commands",
            "{\"action_ids\":[\"%s\",\"%s\"],\"command\":\"abort\",\"reason\":\"all\"}"
                .formatted(action, other));

    assertThat(answer.at("/results/0/status").asInt()).isEqualTo(409);
    assertThat(answer.text("/results/0/problem/code")).isEqualTo("protected");
    assertThat(answer.at("/results/1/status").asInt()).isEqualTo(202);
    assertThat(wish()).isEqualTo("null");
  }

  @Test
  void a_server_that_is_freed_can_be_taken_back() {
    api.tables().run(action, "reserve-capacity");
    protect(true);
    protect(false);

    assertThat(tenant.get(path).at("/action/commands").toString()).isEqualTo("[\"abort\"]");
    assertThat(tenant.post(path + "/commands", ABORT).status()).isEqualTo(202);
  }

  @Test
  void an_abort_that_was_asked_for_before_stays() {
    api.tables().run(action, "reserve-capacity");
    tenant.post(path + "/commands", ABORT);
    protect(true);

    var again = tenant.post(path + "/commands", ABORT);

    assertThat(again.text("/code")).isEqualTo("command_not_allowed");
    assertThat(wish()).isEqualTo("mine");
  }

  @Test
  void who_protects_while_somebody_aborts_is_first_or_second() throws Exception {
    api.tables().run(action, "reserve-capacity");

    isRefused(whileProtecting(() -> tenant.post(path + "/commands", ABORT)));
    isRefused(
        whileProtecting(() ->
            tenant.once(aKey()).delete(server, "{\"confirm\":\"kept\",\"reason\":\"mine\"}")));

    assertThat(wish()).isEqualTo("null");
    assertThat(api.engine().given(action)).isEmpty();
  }

  private Http.Answer whileProtecting(Supplier<Http.Answer> request) throws SQLException {
    protect(false);
    CompletableFuture<Http.Answer> asked;
    try (var _ =
        api.tables()
            .hold(
                "update server set protected = true where id = '%s'"
                    .formatted(ordered.text("/server/id")))) {
      asked = CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
      await().until(() -> asked.isDone() || api.tables().isWaiting("for share of s"));
    }
    return asked.join();
  }
}
