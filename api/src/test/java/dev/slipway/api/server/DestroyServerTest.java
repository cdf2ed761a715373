package dev.slipway.api.server;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.workflows.step.CommandKind;
import org.junit.jupiter.api.Test;

class DestroyServerTest {

  private static final String CONFIRMED = "{\"confirm\":\"doomed\",\"reason\":\"a mistake\"}";

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Http http = api.as(person);
  private final Http.Answer ordered = order(http, "doomed");
  private final String server = "/api/v1/servers/" + ordered.text("/server/id");
  private final String action = ordered.text("/action/id");

  @Test
  void a_server_that_has_not_begun_is_gone_at_once() {
    var answer = http.once(aKey()).delete(server, CONFIRMED);
    var again = http.once(aKey()).delete(server, CONFIRMED);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("/action/id")).isEqualTo(action);
    assertThat(answer.text("/action/status")).isEqualTo("aborted");
    assertThat(answer.header("Location")).isEqualTo("/api/v1/actions/" + action);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text("/action/id")).isEqualTo(action);
    assertThat(http.get(server).text("/server/status")).isEqualTo("destroyed");
    assertThat(order(http, "doomed").status()).isEqualTo(201);
  }

  @Test
  void a_server_at_work_is_aborted_by_its_action() {
    api.tables().run(action, "reserve-capacity");

    var answer = http.once("destroy-1").delete(server, CONFIRMED);
    var replay = http.once("destroy-1").delete(server, CONFIRMED);
    var again = http.once(aKey()).delete(server, CONFIRMED);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("/action/status")).isEqualTo("running");
    assertThat(answer.at("/action/commands")).isEmpty();
    assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.text("/action/id")).isEqualTo(action);
    assertThat(api.engine().given(action))
        .singleElement()
        .satisfies(given -> {
          assertThat(given.kind()).isEqualTo(CommandKind.ABORT);
          assertThat(given.command().reason()).isEqualTo("a mistake");
          assertThat(given.command().actor()).isEqualTo(person.user().id().value());
        });
  }

  @Test
  void the_wish_holds_while_the_engine_is_away() {
    api.tables().run(action, "reserve-capacity");
    api.engine().away(true);
    try {
      assertThat(http.once(aKey()).delete(server, CONFIRMED).status()).isEqualTo(202);
    } finally {
      api.engine().away(false);
    }
    assertThat(api.tables().value("select abort_reason from action where id = '" + action + "'"))
        .isEqualTo("a mistake");
  }

  @Test
  void the_name_must_be_repeated() {
    var wrong = http.once(aKey()).delete(server, "{\"confirm\":\"other\"}");
    var missing = http.once(aKey()).delete(server, null);

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/confirm");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(http.delete(server, CONFIRMED).text("/code")).isEqualTo("idempotency_key_missing");
  }

  @Test
  void a_protected_server_stays() {
    http.with("If-Match", "*").patch(server, "{\"protected\":true}");

    var answer = http.once(aKey()).delete(server, CONFIRMED);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("protected");
  }

  @Test
  void a_finished_server_cannot_be_destroyed_yet() {
    api.tables().end(action, "succeeded");
    api.tables().server(ordered.text("/server/id"), "running");

    var answer = http.once(aKey()).delete(server, CONFIRMED);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("unsupported_by_provider");
  }
}
