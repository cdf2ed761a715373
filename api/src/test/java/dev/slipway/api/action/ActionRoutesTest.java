package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.workflows.action.ActionId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionRoutesTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Http http = api.as(person);
  private final Http operator = api.as(api.operator());
  private final String action = orderedAction(http);
  private final String path = "/api/v1/actions/" + action;

  @Test
  void a_tenant_reads_no_operators_field() {
    api.tables().park(action, "create-machine", "capacity");

    var answer = http.get(path);

    assertThat(answer.text("/action/status")).isEqualTo("parked");
    assertThat(answer.at("/action/parking/number").asInt()).isEqualTo(1);
    assertThat(answer.text("/action/parking/cause")).isEqualTo("capacity");
    assertThat(answer.text("/action/parking/next")).contains("no room", "Our team");
    assertThat(answer.text("/action/error/message")).contains("no room");
    assertThat(answer.text("/action/steps/2/attempts/0/error/code")).isEqualTo("capacity");
    assertThat(answer.at("/action/commands").toString()).isEqualTo("[\"abort\"]");
    assertThat(answer.body())
        .doesNotContain("pve-7", "vm-7", "external_id", "inputs", "editable", "simulator");
  }

  @Test
  void an_operator_reads_everything() {
    api.tables().park(action, "create-machine", "capacity");

    var answer = operator.get(path);

    assertThat(answer.text("/action/error/message")).isEqualTo("node pve-7 said no");
    assertThat(answer.text("/action/steps/2/inputs/location")).isEqualTo("sim-1");
    assertThat(answer.at("/action/steps/2/inputs/ssh_keys").isArray()).isTrue();
    assertThat(answer.at("/action/steps/2/inputs/room/disk_gib").asInt()).isEqualTo(25);
    assertThat(answer.text("/action/steps/2/external_id")).isEqualTo("vm-7");
    assertThat(answer.text("/action/steps/2/editable/0/field")).isEqualTo("image");
    assertThat(answer.text("/action/steps/2/editable/0/schema/type")).isEqualTo("string");
    assertThat(answer.text("/action/parking/next"))
        .isEqualTo("Retry when there is room; elsewhere, if the place can be edited.");
    assertThat(answer.at("/action/commands").toString())
        .isEqualTo("[\"retry\",\"retry_with\",\"adopt\",\"abort\"]");
  }

  @Test
  void what_ended_is_not_tried_again() {
    api.tables().park(action, "create-machine", "capacity");
    assertThat(http.get(path).at("/action/error/retryable").asBoolean()).isTrue();

    api.tables()
        .run(
            "update action set status = 'aborted', parking_since = null, finished_at = now()"
                + " where id = '"
                + action
                + "'");

    assertThat(http.get(path).at("/action/error/retryable").asBoolean(true)).isFalse();
  }

  @Test
  void actions_are_listed_and_filtered() {
    String second = orderedAction(http);
    api.tables().park(second, "create-machine", "capacity");

    assertThat(http.get("/api/v1/actions").at("/actions")).hasSize(2);
    assertThat(http.get("/api/v1/actions").text("/actions/0/id")).isEqualTo(second);
    assertThat(http.get("/api/v1/actions?status=parked").at("/actions")).hasSize(1);
    assertThat(http.get("/api/v1/actions?type=create_server").at("/actions")).hasSize(2);
    assertThat(http.get("/api/v1/actions?resource=srv_none").at("/actions")).isEmpty();
    assertThat(
            operator
                .get("/api/v1/actions?tenant=" + person.tenant())
                .at("/meta/pagination/total")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void another_tenants_action_does_not_exist() {
    Http stranger = api.as(api.tenantUser());

    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.get(path + "?wait=1s").status()).isEqualTo(404);
    assertThat(stranger.get(path + "/events").status()).isEqualTo(404);
    assertThat(
            stranger.post(path + "/commands", "{\"command\":\"abort\",\"reason\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(stranger.get("/api/v1/actions/nonsense").status()).isEqualTo(404);
  }

  @Test
  void a_wait_ends_at_the_next_change() {
    var waiting = CompletableFuture.supplyAsync(() -> http.get(path + "?wait=30s"));
    Instant begin = Instant.now();
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          api.tables().run(action, "reserve-capacity");
          return waiting.isDone();
        });

    assertThat(waiting.join().text("/action/status")).isEqualTo("running");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void a_wait_ends_when_its_time_is_over() {
    Instant begin = Instant.now();

    var answer = http.get(path + "?wait=1s");

    assertThat(answer.text("/action/status")).isEqualTo("queued");
    assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(900));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parked", "aborted"})
  void a_settled_action_is_answered_at_once(String status) {
    if (status.equals("parked")) {
      api.tables().park(action, "create-machine", "capacity");
    } else {
      api.tables().end(action, status);
    }

    var answer =
        CompletableFuture.supplyAsync(() -> http.get(path + "?wait=30s"))
            .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
            .join();

    assertThat(answer.text("/action/status")).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "31s", "1m", "-1s", "x", ""})
  void a_bad_wait_is_refused(String wait) {
    assertThat(http.get(path + "?wait=" + wait).status()).isEqualTo(422);
  }

  @Test
  void a_history_is_for_operators() {
    api.engine().remembers(new ActionId(action), "{\"events\":[]}");

    assertThat(operator.get(path + "/history").body()).isEqualTo("{\"events\":[]}");
    assertThat(operator.get("/api/v1/actions/act_unknown/history").status()).isEqualTo(404);
    assertThat(http.get(path + "/history").status()).isEqualTo(403);
    assertThat(operator.get(path + "/history?run=0").status()).isEqualTo(422);
  }
}
