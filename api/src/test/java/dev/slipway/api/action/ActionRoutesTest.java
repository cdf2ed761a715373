package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.workflows.action.ActionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  }

  @Test
  void a_retry_reaches_the_engine_once_with_its_key() {
    api.tables().park(action, "create-machine", "capacity");
    String key = aKey();
    String retry = "{\"command\":\"retry\",\"parking\":1}";

    var answer = operator.once(key).post(path + "/commands", retry);
    var replay = operator.once(key).post(path + "/commands", retry);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("/action/id")).isEqualTo(action);
    assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(api.engine().given(action))
        .singleElement()
        .satisfies(given -> {
          assertThat(given.command().parking()).isEqualTo(1);
          assertThat(given.update()).endsWith("/" + key);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"command\":\"retry\",\"parking\":7}",
        "{\"command\":\"retry\",\"step\":\"verify-machine\"}",
        "{\"command\":\"skip\",\"reason\":\"no need\"}",
        "{\"command\":\"undo\"}"
      })
  void a_command_that_does_not_fit_is_refused_with_those_that_do(String command) {
    api.tables().park(action, "create-machine", "capacity");

    var answer = operator.post(path + "/commands", command);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("command_not_allowed");
    assertThat(answer.at("/allowed").toString())
        .isEqualTo("[\"retry\",\"retry_with\",\"adopt\",\"abort\"]");
    assertThat(api.engine().given(action)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"command\":\"dance\"}",
        "{\"command\":\"abort\"}",
        "{\"command\":\"adopt\",\"reason\":\"it is ours\"}",
        "{\"command\":\"retry_with\"}",
        "{\"command\":\"retry_with\",\"inputs\":{\"name\":\"x\"}}",
        "{\"command\":\"retry_with\",\"inputs\":{\"image\":\"NOT A CODE\"}}",
        "{\"command\":\"retry\",\"parking\":\"one\"}"
      })
  void a_command_that_is_no_command_is_invalid(String command) {
    api.tables().park(action, "create-machine", "capacity");

    var answer = operator.post(path + "/commands", command);

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("invalid_input");
    assertThat(answer.at("/errors")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "create-machine, image, fedora-43, memory_too_small",
    "create-machine, image, os-2, unknown",
    "reserve-capacity, location, mars, unknown",
    "reserve-capacity, location, sim-3, unavailable"
  })
  void changed_inputs_are_checked_as_the_order_was(
      String step, String field, String value, String code) {
    api.tables().run("update location set available = false where code = 'sim-3'");
    api.tables().park(action, step, "capacity");

    var answer =
        operator.post(
            path + "/commands",
            "{\"command\":\"retry_with\",\"inputs\":{\"%s\":\"%s\"}}".formatted(field, value));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/inputs/" + field);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    assertThat(api.engine().given(action)).isEmpty();
  }

  @Test
  void inputs_that_could_have_been_ordered_reach_the_engine() {
    api.tables().park(action, "create-machine", "invalid");

    var answer =
        operator.post(
            path + "/commands",
            "{\"command\":\"retry_with\",\"inputs\":{\"image\":\"debian-12\"}}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(api.engine().given(action)).hasSize(1);
  }

  @Test
  void what_the_workflow_refuses_is_refused() {
    api.tables().park(action, "create-machine", "capacity");
    api.engine().refuses(new ActionId(action), "nothing waits for a decision");

    var answer = operator.post(path + "/commands", "{\"command\":\"retry\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/detail")).contains("nothing waits for a decision");
  }

  @Test
  void a_command_needs_the_engine() {
    api.tables().park(action, "create-machine", "capacity");
    api.engine().away(true);
    try {
      var answer = operator.post(path + "/commands", "{\"command\":\"retry\"}");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text("/code")).isEqualTo("engine_unavailable");
      assertThat(answer.at("/retryable").asBoolean()).isTrue();
    } finally {
      api.engine().away(false);
    }
  }

  @Test
  void a_closed_workflow_is_started_again_by_retry() {
    api.tables().park(action, "create-machine", "engine_closed");

    assertThat(operator.get(path).at("/action/commands").toString())
        .isEqualTo("[\"retry\",\"abort\"]");
    assertThat(operator.post(path + "/commands", "{\"command\":\"retry\"}").status())
        .isEqualTo(202);
    assertThat(api.engine().given(action))
        .singleElement()
        .satisfies(given -> assertThat(given.kind()).isNull());
    assertThat(operator.get(path).text("/action/status")).isEqualTo("running");
    assertThat(decisions()).isEqualTo("retry create-machine 1");
  }

  @Test
  void of_two_decisions_about_a_closed_workflow_one_wins() {
    api.tables().park(action, "create-machine", "engine_closed");
    String retry = "{\"command\":\"retry\",\"parking\":1}";

    List<Integer> answers =
        IntStream.range(0, 8)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    () -> operator.post(path + "/commands", retry).status(),
                    Thread::startVirtualThread))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnlyOnce(202).containsOnly(202, 409);
    assertThat(api.engine().given(action)).hasSize(1);
    assertThat(decisions()).isEqualTo("retry create-machine 1");
  }

  @Test
  void a_decision_about_a_closed_workflow_holds_while_the_engine_is_away() {
    api.tables().park(action, "create-machine", "engine_closed");
    api.engine().away(true);
    try {
      assertThat(operator.post(path + "/commands", "{\"command\":\"retry\"}").status())
          .isEqualTo(202);
    } finally {
      api.engine().away(false);
    }

    assertThat(isToBeRestarted()).isTrue();
  }

  @Test
  void an_abort_of_a_closed_workflow_starts_it_again_and_is_written_down_with_its_parking() {
    api.tables().park(action, "create-machine", "engine_closed");

    operator.post(path + "/commands", "{\"command\":\"abort\",\"reason\":\"enough\"}");

    assertThat(api.engine().given(action))
        .singleElement()
        .satisfies(given -> assertThat(given.kind()).isNull());
    assertThat(isToBeRestarted()).isTrue();
    assertThat(decisions()).isEqualTo("abort create-machine 1");
    assertThat(operator.post(path + "/commands", "{\"command\":\"retry\",\"parking\":1}").status())
        .isEqualTo(409);
  }

  private boolean isToBeRestarted() {
    return api.tables()
        .value("select restart_requested_at is not null from action where id = '" + action + "'")
        .equals("t");
  }

  private String decisions() {
    return api.tables()
        .value(
            """
            select string_agg(concat_ws(' ', kind, step, parking), ', ' order by id)
            from action_event where action_id = '%s' and actor like 'usr_%%'
            """
                .formatted(action));
  }

  @Test
  void a_tenant_aborts_his_own_and_repairs_nothing() {
    api.tables().park(action, "create-machine", "capacity");

    assertThat(http.post(path + "/commands", "{\"command\":\"retry\"}").status()).isEqualTo(403);
    assertThat(
            http.post(path + "/commands", "{\"command\":\"abort\",\"reason\":\"changed my mind\"}")
                .status())
        .isEqualTo(202);
    assertThat(api.engine().given(action)).hasSize(1);
    assertThat(
            http.post(path + "/commands", "{\"command\":\"abort\",\"reason\":\"again\"}").status())
        .isEqualTo(409);
  }

  @Test
  void a_finished_action_takes_no_command() {
    api.tables().end(action, "succeeded");

    var answer =
        operator.post(path + "/commands", "{\"command\":\"abort\",\"reason\":\"too late\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/allowed")).isEmpty();
  }
}
