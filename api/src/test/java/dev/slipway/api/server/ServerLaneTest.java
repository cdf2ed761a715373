package dev.slipway.api.server;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerLaneTest {

  private static final ApiServer API = ApiServer.planning();

  private final Http http = API.as(API.tenantUser());
  private final Http.Answer ordered = order(http, aName());
  private final String id = ordered.text("/server/id");
  private final String creation = ordered.text("/action/id");
  private final String reboot = "/api/v1/servers/" + id + "/actions/reboot";
  private final String lane = "/api/v1/servers/" + id + "/lane";

  private String queued() {
    return http.once(aKey()).post(reboot + "?queue=true", "{}").text("/action/id");
  }

  private Http.Answer reorder(List<String> order) {
    return http.patch(lane, "{\"order\":[\"" + String.join("\",\"", order) + "\"]}");
  }

  @Test
  void an_action_with_a_plan_begins_once() {
    API.tables().end(creation, "succeeded");
    API.tables().server(id, "running");

    var begun = http.once("reboot-1").post(reboot, "{}");
    var replay = http.once("reboot-1").post(reboot, "{}");
    var other = http.once("reboot-1").post(reboot + "?queue=true", "{}");
    var second = http.once(aKey()).post(reboot, "{}");

    assertThat(begun.status()).isEqualTo(202);
    String action = begun.text("/action/id");
    assertThat(begun.header("Location")).isEqualTo("/api/v1/actions/" + action);
    assertThat(begun.text("/action/resource/id")).isEqualTo(id);
    assertThat(begun.at("/action/steps")).hasSize(7);
    assertThat(API.engine().isStarted(action)).isTrue();
    assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(replay.text("/action/id")).isEqualTo(action);
    assertThat(other.text("/code")).isEqualTo("idempotency_key_reused");
    assertThat(second.text("/action_id")).isEqualTo(action);
    assertThat(http.get("/api/v1/servers/" + id).text("/server/action")).isEqualTo(action);
  }

  @Test
  void what_queues_waits_in_the_order_it_came() {
    String first = queued();
    String second = queued();

    var shown = http.get(lane);

    assertThat(shown.text("/lane/holder/id")).isEqualTo(creation);
    assertThat(shown.text("/lane/waiting/0/id")).isEqualTo(first);
    assertThat(shown.text("/lane/waiting/0/waiting_on/kind")).isEqualTo("lane");
    assertThat(shown.at("/lane/waiting/0/waiting_on/position").asInt()).isEqualTo(1);
    assertThat(shown.text("/lane/waiting/1/id")).isEqualTo(second);
    assertThat(shown.at("/lane/waiting/1/waiting_on/position").asInt()).isEqualTo(2);
  }

  @Test
  void those_who_wait_can_be_brought_into_another_order() {
    String first = queued();
    String second = queued();

    var changed = reorder(List.of(second, first));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/lane/waiting/0/id")).isEqualTo(second);
    assertThat(http.get("/api/v1/actions/" + first).at("/action/waiting_on/position").asInt())
        .isEqualTo(2);
  }

  @Test
  void an_order_that_does_not_fit_changes_nothing() {
    String first = queued();
    String second = queued();

    assertThat(reorder(List.of(second)).text("/code")).isEqualTo("conflict");
    assertThat(reorder(List.of(second, creation)).text("/code")).isEqualTo("conflict");
    assertThat(reorder(List.of(second, second)).text("/errors/0/pointer")).isEqualTo("/order");
    assertThat(reorder(List.of(second, "x")).text("/errors/0/pointer")).isEqualTo("/order/1");
    assertThat(http.patch(lane, "{}").text("/errors/0/code")).isEqualTo("required");
    assertThat(http.get(lane).text("/lane/waiting/0/id")).isEqualTo(first);
  }
}
