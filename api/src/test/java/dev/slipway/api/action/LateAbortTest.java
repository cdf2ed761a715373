package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LateAbortTest {

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.tenantUser());
  private final Http.Answer ordered = order(http, "quick");
  private final String server = ordered.text("/server/id");
  private final String action = ordered.text("/action/id");

  @Test
  void an_abort_that_comes_second_to_the_hand_over_is_refused() throws Exception {
    var answer =
        whileHandedOver(() ->
            http.post(
                "/api/v1/actions/" + action + "/commands",
                "{\"command\":\"abort\",\"reason\":\"mine\"}"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("command_not_allowed");
    assertThat(answer.at("/allowed")).isEmpty();
    assertThat(answer.text("/detail")).contains("ended meanwhile");
  }

  @Test
  void a_delete_that_comes_second_to_the_hand_over_is_refused_as_of_any_finished_server()
      throws Exception {
    String key = aKey();
    var answer =
        whileHandedOver(
            () -> http.once(key).delete("/api/v1/servers/" + server, "{\"confirm\":\"quick\"}"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("unsupported_by_provider");
    assertThat(answer.text("/detail")).contains("running");
  }

  private Http.Answer whileHandedOver(Supplier<Http.Answer> request) throws SQLException {
    api.tables().run(action, "publish-server");
    CompletableFuture<Http.Answer> asked;
    try (var _ =
        api.tables()
            .hold(
                """
                update action set status = 'succeeded', finished_at = now(), version = version + 1
                where id = '%1$s';
                delete from lane where action_id = '%1$s';
                update server set status = 'running' where id = '%2$s'
                """
                    .formatted(action, server))) {
      asked = CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
      await().until(() -> asked.isDone() || api.tables().isWaiting("for update"));
    }
    return asked.join();
  }
}
