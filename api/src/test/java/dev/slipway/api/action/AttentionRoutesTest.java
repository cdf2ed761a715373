package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.workflows.action.ActionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionRoutesTest {

  private final ApiServer api = ApiServer.shared();
  private final Http tenant = api.as(api.tenantUser());
  private final ApiServer.Person ana = api.operator();
  private final Http operator = api.as(ana);
  private final String first = orderedAction(tenant);
  private final String second = orderedAction(tenant);

  private JsonNode group(String cause) {
    for (JsonNode group : operator.get("/api/v1/admin/attention?per_page=100").at("/groups")) {
      if (group.get("cause").asText().equals(cause)) {
        return group;
      }
    }
    throw new AssertionError("no group " + cause);
  }

  @Test
  void parked_actions_are_grouped_by_cause() {
    api.tables().park(first, "allocate-addresses", "quota");
    api.tables().park(second, "allocate-addresses", "quota");

    JsonNode group = group("quota");

    assertThat(group.get("provider").asText()).isEqualTo("simulator/sim-1");
    assertThat(group.get("step").asText()).isEqualTo("allocate-addresses");
    assertThat(group.get("count").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(group.get("oldest_at").asText()).endsWith("Z");
    assertThat(group.at("/actions/0/parking/cause").asText()).isEqualTo("quota");
  }

  @Test
  void somebody_looks_after_them() {
    api.tables().park(first, "allocate-addresses", "auth");

    assertThat(give(first, "\"" + ana.user().id() + "\"").at("/changed").asInt()).isEqualTo(1);
    assertThat(assignee()).isEqualTo(ana.user().name());

    assertThat(give(first, "null").at("/changed").asInt()).isEqualTo(1);
    assertThat(operator.get("/api/v1/actions/" + first).at("/action/assignee").isNull()).isTrue();

    assertThat(give(first, "\"" + ana.email() + "\"").status()).isEqualTo(200);
    assertThat(assignee()).isEqualTo(ana.user().name());
  }

  @Test
  void nobody_else_can_be_given_them() {
    String customer = api.tenantUser().user().id().value();
    api.tables().park(first, "allocate-addresses", "auth");

    for (String other : List.of("usr_nope", customer, "<b>x</b>", "nobody@example.org", " ")) {
      var answer = give(first, "\"" + other + "\"");

      assertThat(answer.status()).as(other).isEqualTo(422);
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/assignee");
    }
    assertThat(operator.get("/api/v1/actions/" + first).at("/action/assignee").isNull()).isTrue();
  }

  private String assignee() {
    return operator.get("/api/v1/actions/" + first).text("/action/assignee");
  }

  private Http.Answer give(String action, String assignee) {
    return operator.patch(
        "/api/v1/admin/attention",
        "{\"action_ids\":[\"%s\"],\"assignee\":%s}".formatted(action, assignee));
  }

  @Test
  void many_get_one_command_and_each_tells_its_own() {
    api.tables().park(first, "create-machine", "permission");

    var answer =
        operator.post(
            "/api/v1/admin/attention/commands",
            "{\"action_ids\":[\"%s\",\"%s\"],\"command\":\"retry\"}".formatted(first, second));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/results/0/status").asInt()).isEqualTo(202);
    assertThat(answer.at("/results/0/problem").isNull()).isTrue();
    assertThat(answer.at("/results/1/status").asInt()).isEqualTo(409);
    assertThat(answer.text("/results/1/problem/code")).isEqualTo("command_not_allowed");
  }

  @Test
  void an_engine_that_is_away_is_told_of_each() {
    api.tables().park(first, "create-machine", "permission");
    api.tables().park(second, "create-machine", "permission");
    api.engine().away(true);
    try {
      var answer =
          operator.post(
              "/api/v1/admin/attention/commands",
              "{\"action_ids\":[\"%s\",\"%s\"],\"command\":\"retry\"}".formatted(first, second));

      assertThat(answer.text("/results/0/problem/code")).isEqualTo("engine_unavailable");
      assertThat(answer.text("/results/1/problem/code")).isEqualTo("engine_unavailable");
    } finally {
      api.engine().away(false);
    }
  }

  @Test
  void aborts_of_many_wait_once_for_an_engine_that_is_away() {
    String third = orderedAction(tenant);
    api.tables().park(first, "create-machine", "permission");
    api.tables().run(second, "reserve-capacity");
    api.tables().run(third, "reserve-capacity");
    List<String> all = List.of(first, second, third);
    api.engine().away(true);
    try {
      var answer =
          operator.post(
              "/api/v1/admin/attention/commands",
              "{\"action_ids\":[\"%s\",\"%s\",\"%s\"],\"command\":\"abort\",\"reason\":\"all\"}"
                  .formatted(first, second, third));

      assertThat(answer.at("/results").findValuesAsText("status"))
          .containsExactly("202", "202", "202");
    } finally {
      api.engine().away(false);
    }
    assertThat(api.engine().unanswered(all.stream().map(ActionId::new).toList())).isEqualTo(1);
    assertThat(all)
        .allSatisfy(id ->
            assertThat(
                    api.tables().value("select abort_reason from action where id = '" + id + "'"))
                .isEqualTo("all"));
  }

  @Test
  void a_command_for_nothing_is_refused() {
    assertThat(
            operator
                .post(
                    "/api/v1/admin/attention/commands", "{\"action_ids\":[],\"command\":\"retry\"}")
                .text("/errors/0/pointer"))
        .isEqualTo("/action_ids");
    assertThat(operator.patch("/api/v1/admin/attention", "{}").status()).isEqualTo(422);
  }

  @Test
  void what_is_no_id_is_pointed_at() {
    api.tables().park(first, "create-machine", "permission");

    var answer =
        operator.post(
            "/api/v1/admin/attention/commands",
            "{\"action_ids\":[\"%s\",\"\"],\"command\":\"retry\"}".formatted(first));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/action_ids/1");
    assertThat(operator.get("/api/v1/actions/" + first).text("/action/status")).isEqualTo("parked");
  }
}
