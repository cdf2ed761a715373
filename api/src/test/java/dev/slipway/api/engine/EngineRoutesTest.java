package dev.slipway.api.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.server.OrderFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineRoutesTest {

  private final ApiServer api = ApiServer.shared();
  private final Http anybody = api.anonymous();
  private final Http operator = api.as(api.operator());

  @Test
  void a_living_process_says_so() {
    assertThat(anybody.get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void readiness_names_each_part() {
    var answer = anybody.get("/health/ready");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/status")).isEqualTo("up");
    assertThat(answer.text("/database/status")).isEqualTo("up");
    assertThat(answer.text("/temporal/status")).isEqualTo("up");
    assertThat(answer.text("/worker/status")).isEqualTo("up");
  }

  @Test
  void a_process_without_its_engine_is_not_ready() {
    api.engine().away(true);
    try {
      var answer = anybody.get("/health/ready");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text("/status")).isEqualTo("down");
      assertThat(answer.text("/database/status")).isEqualTo("up");
      assertThat(answer.text("/temporal/status")).isEqualTo("down");
      assertThat(operator.get("/api/v1/admin/temporal").text("/temporal/status")).isEqualTo("down");
    } finally {
      api.engine().away(false);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 503, down", "false, 200, up"})
  void only_a_process_that_is_to_run_a_worker_needs_one(
      boolean isNeeded, int status, String whole) {
    api.engine().withoutWorker(true, isNeeded);
    try {
      var answer = anybody.get("/health/ready");

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text("/status")).isEqualTo(whole);
      assertThat(answer.text("/worker/status")).isEqualTo("down");
    } finally {
      api.engine().withoutWorker(false, true);
    }
  }

  @Test
  void operators_see_temporal_and_its_workers() {
    api.tables()
        .run(
            """
            insert into worker (id, build, queues, status, last_seen_at)
            values ('w-1', '1.0', '{lifecycle}', 'online', now()) on conflict do nothing
            """);

    var temporal = operator.get("/api/v1/admin/temporal");
    assertThat(temporal.text("/temporal/mode")).isEqualTo("memory");
    assertThat(temporal.at("/temporal/web_ui_url").isNull()).isTrue();
    assertThat(temporal.at("/temporal/capabilities/reset").asBoolean(true)).isFalse();
    var workers = operator.get("/api/v1/admin/workers?per_page=1");
    assertThat(workers.text("/workers/0/id")).isEqualTo("w-1");
    assertThat(workers.at("/meta/pagination/per_page").asInt()).isEqualTo(1);
    assertThat(workers.at("/meta/pagination/total").asInt()).isPositive();
    assertThat(operator.get("/api/v1/admin/queues").at("/meta/pagination/page").asInt())
        .isEqualTo(1);
  }

  private void worker(String id, String seen) {
    api.tables()
        .run(
            """
            insert into worker (id, build, queues, status, last_seen_at)
            values ('%s', '1.0', '{cloudpods}', 'online', %s)
            """
                .formatted(id, seen));
  }

  @Test
  void an_operator_drains_a_worker() {
    worker("w-drain", "now()");

    var asked = operator.send("POST", "/api/v1/admin/workers/w-drain/drain", null);
    var again = operator.send("POST", "/api/v1/admin/workers/w-drain/drain", null);

    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.text("/worker/id")).isEqualTo("w-drain");
    assertThat(asked.text("/worker/status")).isEqualTo("draining");
    assertThat(again.status()).isEqualTo(202);
    assertThat(
            api.tables().value("select drain_asked_at is not null from worker where id='w-drain'"))
        .isEqualTo("t");
  }

  @Test
  void a_worker_that_is_gone_is_not_drained() {
    worker("w-gone", "now() - interval '1 hour'");

    assertThat(operator.send("POST", "/api/v1/admin/workers/w-gone/drain", null).text("/code"))
        .isEqualTo("conflict");
    assertThat(operator.send("POST", "/api/v1/admin/workers/w-nobody/drain", null).status())
        .isEqualTo(404);
    assertThat(
            api.as(api.tenantUser())
                .send("POST", "/api/v1/admin/workers/w-gone/drain", null)
                .text("/code"))
        .isEqualTo("forbidden");
  }

  @Test
  void operators_see_what_the_queue_has_to_do() {
    OrderFixtures.order(api.as(api.tenantUser()), OrderFixtures.aName());

    var queues = operator.get("/api/v1/admin/queues");

    assertThat(queues.text("/queues/0/queue")).isEqualTo("cloudpods");
    assertThat(queues.at("/queues/0/depth").asInt()).isPositive();
    assertThat(queues.text("/queues/0/oldest_at")).isNotEmpty();
    assertThat(queues.at("/queues/0/running").isNumber()).isTrue();
    assertThat(queues.at("/queues/0/priority").asInt()).isEqualTo(3);
    assertThat(api.as(api.tenantUser()).get("/api/v1/admin/queues").status()).isEqualTo(403);
  }

  @Test
  void metrics_are_prometheus_text() {
    var answer = anybody.get("/metrics");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    assertThat(answer.body()).contains("# TYPE", "jvm_");
  }

  @Test
  void metrics_in_production_are_for_operators() {
    var closed = ApiServer.with(Map.of("slipway.metrics.open", false));

    assertThat(closed.anonymous().get("/metrics").status()).isEqualTo(401);
    assertThat(closed.as(closed.tenantUser()).get("/metrics").status()).isEqualTo(403);
    assertThat(closed.as(closed.operator()).get("/metrics").status()).isEqualTo(200);
  }
}
