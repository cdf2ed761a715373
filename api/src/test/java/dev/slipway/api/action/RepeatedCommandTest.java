package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.api.Test;

/// What is sent again under its key after the process died that had obeyed it, and its claim
/// lapsed.
class RepeatedCommandTest {

  private static final String ABORT = "{\"command\":\"abort\",\"reason\":\"mine\"}";
  private static final String RETRY = "{\"command\":\"retry\",\"parking\":1}";

  private final ApiServer api = ApiServer.shared();
  private final Http tenant = api.as(api.tenantUser());
  private final Http operator = api.as(api.operator());
  private final String action = orderedAction(tenant);
  private final String path = "/api/v1/actions/" + action;
  private final String key = aKey();

  private void loseTheAnswer() {
    api.tables()
        .run(
            """
            update idempotency_key set status = null, location = null, body = null,
              answered_at = null, claimed_at = claimed_at - interval '1 hour'
            where key = '%s'
            """
                .formatted(key));
  }

  @Test
  void a_retry_that_its_workflow_obeyed_is_answered_with_the_action_as_it_stands() {
    api.tables().park(action, "create-machine", "capacity");
    operator.once(key).post(path + "/commands", RETRY);
    api.tables().run(action, "create-machine");
    loseTheAnswer();

    var again = operator.once(key).post(path + "/commands", RETRY);
    var other = operator.once(aKey()).post(path + "/commands", RETRY);

    assertThat(again.status()).as(again.body()).isEqualTo(202);
    assertThat(again.text("/action/status")).isEqualTo("running");
    assertThat(other.text("/code")).isEqualTo("command_not_allowed");
    assertThat(api.engine().given(action)).hasSize(1);
  }

  private void closeAgain() {
    api.tables()
        .run(
            """
            update action set status = 'parked', parking_number = parking_number + 1,
              parking_since = now(), restart_requested_at = null
            where id = '%s'
            """
                .formatted(action));
  }

  @Test
  void a_retry_of_a_closed_workflow_starts_it_once() {
    api.tables().park(action, "create-machine", "engine_closed");
    String retry = "{\"command\":\"retry\"}";
    operator.once(key).post(path + "/commands", retry);
    closeAgain();
    loseTheAnswer();

    var again = operator.once(key).post(path + "/commands", retry);

    assertThat(again.status()).as(again.body()).isEqualTo(202);
    assertThat(again.text("/action/status")).isEqualTo("parked");
    assertThat(api.engine().given(action)).hasSize(1);
  }

  @Test
  void an_abort_is_asked_for_once() {
    api.tables().run(action, "reserve-capacity");
    tenant.once(key).post(path + "/commands", ABORT);
    loseTheAnswer();

    var again = tenant.once(key).post(path + "/commands", ABORT);

    assertThat(again.status()).as(again.body()).isEqualTo(202);
    assertThat(again.text("/action/id")).isEqualTo(action);
    assertThat(api.engine().given(action)).hasSize(1);
  }

  @Test
  void an_order_that_had_not_begun_stays_aborted() {
    tenant.once(key).post(path + "/commands", ABORT);
    loseTheAnswer();

    var again = tenant.once(key).post(path + "/commands", ABORT);

    assertThat(again.status()).as(again.body()).isEqualTo(202);
    assertThat(again.text("/action/status")).isEqualTo("aborted");
  }

  @Test
  void many_are_known_each_by_its_own_decision() {
    String second = orderedAction(tenant);
    api.tables().park(action, "create-machine", "capacity");
    api.tables().run(second, "reserve-capacity");
    String all =
        "{\"action_ids\":[\"%s\",\"%s\"],\"command\":\"abort\",\"reason\":\"all\"}"
            .formatted(action, second);
    api.engine().away(true);
    try {
      operator.once(key).post("/api/v1/admin/attention/commands", all);
    } finally {
      api.engine().away(false);
    }
    loseTheAnswer();

    var again = operator.once(key).post("/api/v1/admin/attention/commands", all);

    assertThat(again.at("/results/0/status").asInt()).as(again.body()).isEqualTo(202);
    assertThat(again.at("/results/1/status").asInt()).isEqualTo(202);
  }
}
