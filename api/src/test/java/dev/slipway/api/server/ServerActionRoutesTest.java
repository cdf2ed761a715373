package dev.slipway.api.server;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerActionRoutesTest {

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.tenantUser());
  private final Http.Answer ordered = order(http, aName());
  private final String id = ordered.text("/server/id");
  private final String creation = ordered.text("/action/id");
  private final String actions = "/api/v1/servers/" + id + "/actions/";

  private void isBuilt() {
    api.tables().end(creation, "succeeded");
    api.tables().server(id, "running");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start",
        "stop",
        "shutdown",
        "reboot",
        "reset",
        "resize",
        "rebuild",
        "snapshot",
        "backup",
        "restore",
        "suspend",
        "unsuspend",
        "rescue",
        "reset_password",
        "console"
      })
  void a_kind_without_a_plan_is_refused_and_leaves_no_trace(String type) {
    isBuilt();
    String key = aKey();

    var answer = http.once(key).post(actions + type, "{}");
    var again = http.once(key).send("POST", actions + type + "?queue=true", null);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("unsupported_by_provider");
    assertThat(answer.text("/detail")).contains(type, "not offered yet", "Nothing was changed");
    assertThat(again.text("/code")).isEqualTo("unsupported_by_provider");
    assertThat(http.get("/api/v1/servers/" + id + "/actions").at("/actions")).hasSize(1);
    assertThat(http.get("/api/v1/servers/" + id).text("/server/status")).isEqualTo("running");
  }

  @Test
  void a_server_at_which_an_action_works_is_locked_and_says_by_which() {
    api.tables().run(creation, "reserve-capacity");

    var tenant = http.once(aKey()).post(actions + "stop", "{}");
    var operator = api.as(api.operator()).once(aKey()).post(actions + "resize", "{}");

    assertThat(tenant.status()).isEqualTo(409);
    assertThat(tenant.text("/code")).isEqualTo("locked");
    assertThat(tenant.text("/action_id")).isEqualTo(creation);
    assertThat(tenant.text("/detail")).contains(creation);
    assertThat(operator.text("/code")).isEqualTo("locked");
    assertThat(operator.text("/action_id")).isEqualTo(creation);
  }

  @Test
  void what_cannot_be_done_does_not_queue_either() {
    var answer = http.once(aKey()).post(actions + "stop?queue=true", "{}");

    assertThat(answer.text("/code")).isEqualTo("unsupported_by_provider");
  }

  @ParameterizedTest
  @ValueSource(strings = {"destroyed", "failed"})
  void a_server_that_is_no_more_takes_no_actions(String status) {
    api.tables().end(creation, status.equals("failed") ? "failed" : "aborted");
    api.tables().server(id, status);

    var answer = http.once(aKey()).post(actions + "start", "{}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("conflict");
    assertThat(answer.text("/detail")).contains(status);
  }

  @Test
  void an_unknown_kind_server_or_switch_is_refused() {
    isBuilt();

    assertThat(http.once(aKey()).post(actions + "explode", "{}").text("/code"))
        .isEqualTo("not_found");
    assertThat(http.once(aKey()).post("/api/v1/servers/nobody/actions/start", "{}").status())
        .isEqualTo(404);
    assertThat(http.once(aKey()).post(actions + "start?queue=perhaps", "{}").status())
        .isEqualTo(422);
    assertThat(http.once(aKey()).post(actions + "resize", "{\"plan\":7}").text("/errors/0/pointer"))
        .isEqualTo("/plan");
    assertThat(http.post(actions + "start", "{}").text("/code"))
        .isEqualTo("idempotency_key_missing");
  }

  @Test
  void another_tenants_server_is_not_there() {
    isBuilt();
    Http stranger = api.as(api.tenantUser());

    assertThat(stranger.once(aKey()).post(actions + "start", "{}").status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/servers/" + id + "/lane").status()).isEqualTo(404);
    assertThat(stranger.patch("/api/v1/servers/" + id + "/lane", "{\"order\":[]}").status())
        .isEqualTo(404);
    assertThat(api.anonymous().once(aKey()).post(actions + "start", "{}").status()).isEqualTo(401);
  }

  @Test
  void a_lane_shows_who_is_at_work() {
    var busy = http.get("/api/v1/servers/" + id + "/lane");
    isBuilt();
    var free = http.get("/api/v1/servers/" + id + "/lane");

    assertThat(busy.text("/lane/holder/id")).isEqualTo(creation);
    assertThat(busy.at("/lane/waiting")).isEmpty();
    assertThat(free.at("/lane/holder").isNull()).isTrue();
  }
}
