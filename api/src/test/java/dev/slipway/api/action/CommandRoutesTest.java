package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.PlayedEngine;
import dev.slipway.workflows.action.ActionId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRoutesTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Http http = api.as(person);
  private final Http operator = api.as(api.operator());
  private final String action = orderedAction(http);
  private final String path = "/api/v1/actions/" + action;

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
          assertThat(given.update()).matches("usr_[^/]+/[0-9a-f]{64}");
        });
  }

  @Test
  void two_requests_without_a_key_are_two_commands_though_they_share_a_correlation_id() {
    api.tables().park(action, "create-machine", "capacity");

    var flow = operator.with("X-Correlation-Id", "my-flow-1");

    flow.post(path + "/commands", "{\"command\":\"retry\",\"parking\":1}");
    flow.post(path + "/commands", "{\"command\":\"retry\",\"parking\":1}");

    assertThat(api.engine().given(action))
        .extracting(PlayedEngine.Given::update)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void an_abort_that_comes_after_another_answer_is_refused_and_leaves_no_wish() {
    api.tables().park(action, "create-machine", "capacity");
    api.engine().refuses(new ActionId(action), "another command was accepted just before");

    var answer = operator.post(path + "/commands", "{\"command\":\"abort\",\"reason\":\"mine\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("command_not_allowed");
    assertThat(decisions()).isEmpty();
  }

  @Test
  void an_abort_that_answers_a_parking_is_told_once_and_written_down() {
    api.tables().park(action, "create-machine", "capacity");

    var answer = operator.post(path + "/commands", "{\"command\":\"abort\",\"reason\":\"mine\"}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(api.engine().given(action))
        .singleElement()
        .satisfies(given -> assertThat(given.command().parking()).isEqualTo(1));
    assertThat(decisions()).isEqualTo("abort create-machine 1");
  }

  @Test
  void an_abort_that_answers_a_parking_holds_while_the_engine_is_away() {
    api.tables().park(action, "create-machine", "capacity");
    api.engine().away(true);
    try {
      var answer = operator.post(path + "/commands", "{\"command\":\"abort\",\"reason\":\"mine\"}");

      assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    } finally {
      api.engine().away(false);
    }

    assertThat(decisions()).isEqualTo("abort create-machine 1");
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

  private void changeServer(String change) {
    api.tables()
        .run(
            "update server set %s where id = (select resource_id from action where id = '%s')"
                .formatted(change, action));
  }

  @Test
  void an_order_moves_only_where_its_networks_are() {
    changeServer("networks = '{public,backbone}'");
    api.tables().park(action, "reserve-capacity", "capacity");

    var answer =
        operator.post(
            path + "/commands", "{\"command\":\"retry_with\",\"inputs\":{\"location\":\"sim-2\"}}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/inputs/location");
    assertThat(answer.text("/errors/0/code")).isEqualTo("no_network");
    assertThat(answer.text("/errors/0/detail")).contains("backbone").doesNotContain("public");
  }

  @Test
  void an_order_may_go_back_to_where_it_was_ordered() {
    changeServer("location = 'sim-closed'");
    api.tables().park(action, "reserve-capacity", "capacity");

    var answer =
        operator.post(
            path + "/commands",
            "{\"command\":\"retry_with\",\"inputs\":{\"location\":\"sim-closed\"}}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
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

  @Test
  void a_stuck_workflow_is_offered_nothing_that_it_would_have_to_hear() {
    api.tables().park(action, "create-machine", "engine_stuck");

    var retry = operator.post(path + "/commands", "{\"command\":\"retry\"}");

    assertThat(operator.get(path).at("/action/commands").toString()).isEqualTo("[\"abort\"]");
    assertThat(retry.status()).isEqualTo(409);
    assertThat(retry.text("/code")).isEqualTo("command_not_allowed");
    assertThat(retry.at("/allowed").toString()).isEqualTo("[\"abort\"]");
    assertThat(api.engine().given(action)).isEmpty();
  }

  @Test
  void an_abort_of_a_stuck_workflow_is_kept_for_it() {
    api.tables().park(action, "create-machine", "engine_stuck");
    api.engine().away(true);
    try {
      String abort = "{\"command\":\"abort\",\"reason\":\"enough\"}";
      assertThat(operator.post(path + "/commands", abort).status()).isEqualTo(202);
    } finally {
      api.engine().away(false);
    }

    assertThat(decisions()).isEqualTo("abort create-machine 1");
    assertThat(operator.get(path).at("/action/commands")).isEmpty();
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
            select coalesce(string_agg(concat_ws(' ', kind, step, parking), ', ' order by id), '')
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
