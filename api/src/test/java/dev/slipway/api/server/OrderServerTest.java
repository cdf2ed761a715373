package dev.slipway.api.server;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderServerTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Http http = api.as(person);

  @Test
  void an_order_answers_201_with_server_and_action_and_starts_the_action() {
    var answer =
        http.once(aKey())
            .with("X-Correlation-Id", "trace-77")
            .post("/api/v1/servers", anOrder("shop", ",\"labels\":{\"env\":\"prod\"}"));

    assertThat(answer.status()).isEqualTo(201);
    String action = answer.text("/action/id");
    assertThat(answer.header("Location")).isEqualTo("/api/v1/actions/" + action);
    assertThat(answer.header("X-Correlation-Id")).isEqualTo("trace-77");
    assertThat(answer.text("/server/name")).isEqualTo("shop");
    assertThat(answer.text("/server/status")).isEqualTo("queued");
    assertThat(answer.text("/server/action")).isEqualTo(action);
    assertThat(answer.text("/server/action_status")).isEqualTo("queued");
    assertThat(answer.text("/server/tenant_id")).isEqualTo(person.tenant().value());
    assertThat(answer.at("/server/size/memory_mib").asInt()).isEqualTo(1024);
    assertThat(answer.text("/server/labels/env")).isEqualTo("prod");
    assertThat(answer.at("/server/protected").isBoolean()).isTrue();
    assertThat(answer.at("/server/ipv4").isNull()).isTrue();
    assertThat(answer.text("/action/status")).isEqualTo("queued");
    assertThat(answer.text("/action/type")).isEqualTo("create_server");
    assertThat(answer.text("/action/waiting_on/kind")).isEqualTo("engine");
    assertThat(answer.text("/action/correlation_id")).isEqualTo("trace-77");
    assertThat(answer.at("/action/steps")).hasSize(7);
    assertThat(answer.text("/action/steps/0/status")).isEqualTo("pending");
    assertThat(answer.at("/action/commands").toString()).isEqualTo("[\"abort\"]");
    assertThat(api.engine().isStarted(action)).isTrue();
  }

  @Test
  void the_steps_are_those_of_the_contract_in_order() {
    var answer = order(http, aName());

    List<String> ids = new ArrayList<>();
    answer.at("/action/steps").forEach(step -> ids.add(step.get("id").asText()));
    assertThat(ids)
        .containsExactly(
            "reserve-capacity",
            "allocate-addresses",
            "create-machine",
            "await-machine",
            "configure-machine",
            "verify-machine",
            "publish-server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "2020-01-31T12:00:00+02:00"})
  void a_start_that_has_passed_is_at_once(String passed) {
    var answer =
        http.once(aKey())
            .post("/api/v1/servers", anOrder(aName(), ",\"not_before\":\"" + passed + "\""));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    Instant told = Instant.parse(answer.text("/action/not_before"));
    assertThat(told).isEqualTo(OffsetDateTime.parse(passed).toInstant());
    assertThat(answer.text("/action/waiting_on/kind")).isEqualTo("engine");
    assertThat(api.engine().isStarted(answer.text("/action/id"))).isTrue();
  }

  @Test
  void a_start_to_come_is_waited_for() {
    String later = api.bean(Clock.class).instant().plus(Duration.ofDays(1)).toString();

    var answer =
        http.once(aKey())
            .post("/api/v1/servers", anOrder(aName(), ",\"not_before\":\"" + later + "\""));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.text("/action/waiting_on/kind")).isEqualTo("not_before");
  }

  @Test
  void references_may_be_ids() {
    var answer =
        http.once(aKey())
            .post(
                "/api/v1/servers",
                """
                {"name":"by-id","plan":"pln_s1","image":"img_debian13","location":"loc_sim1",
                 "networks":["net_sim1public"]}
                """);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/server/plan")).isEqualTo("s-1");
    assertThat(answer.text("/server/location")).isEqualTo("sim-1");
  }

  @Test
  void a_dry_run_stores_nothing_and_needs_no_key() {
    var answer = http.post("/api/v1/servers?dry_run=true", anOrder("dry"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/dry_run/type")).isEqualTo("create_server");
    assertThat(answer.at("/dry_run/steps")).hasSize(7);
    assertThat(answer.text("/dry_run/steps/2/id")).isEqualTo("create-machine");
    assertThat(answer.text("/dry_run/steps/2/undo")).isEqualTo("Destroy the machine");
    assertThat(answer.at("/dry_run/steps/2/estimate_seconds/p95").asDouble()).isPositive();
    assertThat(answer.text("/dry_run/price/monthly")).isEqualTo("4.50");
    assertThat(answer.at("/dry_run/quota/used").asInt()).isZero();
    assertThat(answer.at("/dry_run/quota/after").asInt()).isEqualTo(1);
    assertThat(answer.at("/dry_run/blockers")).isEmpty();
    assertThat(answer.at("/server").isMissingNode()).isTrue();
    assertThat(http.get("/api/v1/servers").at("/servers")).isEmpty();
  }

  @Test
  void a_dry_run_names_a_location_without_room() {
    var own = ApiServer.with(Map.of());
    String fill = "update sim_host set free_vcpus = 0 where location = 'sim-1'";
    own.tables().run(fill);

    var answer = own.as(own.tenantUser()).post("/api/v1/servers?dry_run=true", anOrder(aName()));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.at("/dry_run/blockers")).hasSize(1);
    assertThat(answer.text("/dry_run/blockers/0/code")).isEqualTo("capacity");
    assertThat(answer.text("/dry_run/blockers/0/detail")).contains("no room for this size");
  }

  @Test
  void a_dry_run_names_what_stands_in_the_way() {
    order(http, "taken");

    var answer = http.post("/api/v1/servers?dry_run=true", anOrder("taken"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/dry_run/blockers/0/code")).isEqualTo("uniqueness_error");
  }

  @Test
  void a_dry_run_names_a_taken_name_among_many_that_hold_it() {
    order(http, "web");
    String many =
        """
        insert into server (id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib, image,
          location, created_at, updated_at)
        select 'srv_' || i || substr(t, 5), t, 'a' || i || '-web', 'running', 's-1', 1, 1024, 25,
          'debian-13', 'sim-1', now(), now()
        from generate_series(1, 101) i, (values ('%s')) as tenants (t)
        """;
    api.tables().run(many.formatted(person.tenant()));

    assertThat(blockers("web")).contains("\"uniqueness_error\"", "The name web is taken.");
    assertThat(blockers("a102-web")).isEqualTo("[]");
  }

  private String blockers(String name) {
    var answer = http.post("/api/v1/servers?dry_run=true", anOrder(name));
    return answer.at("/dry_run/blockers").toString();
  }

  @Test
  void a_custom_plan_takes_its_own_size_and_price() {
    String body =
        """
        {"name":"own","plan":"custom","image":"debian-13","location":"sim-1",
         "size":{"vcpus":4,"memory_mib":8192}}
        """;

    assertThat(http.post("/api/v1/servers?dry_run=true", body).text("/dry_run/price/monthly"))
        .isEqualTo("33.80");
    var answer = http.once(aKey()).post("/api/v1/servers", body);

    assertThat(answer.at("/server/size/vcpus").asInt()).isEqualTo(4);
    assertThat(answer.at("/server/size/memory_mib").asInt()).isEqualTo(8192);
    assertThat(answer.at("/server/size/disk_gib").asInt()).isEqualTo(80);
  }

  @Test
  void twenty_parallel_identical_orders_make_one_server() throws Exception {
    String name = aName();
    Http keyed = http.once(aKey());
    Callable<Http.Answer> one = () -> keyed.post("/api/v1/servers", anOrder(name));

    List<Http.Answer> answers = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : pool.invokeAll(java.util.Collections.nCopies(20, one))) {
        answers.add(each.get());
      }
    }

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409))
        .anySatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(
            answer -> assertThat(answer.text("/code")).isEqualTo("idempotency_in_progress"));
    assertThat(answers.stream().filter(a -> a.status() == 201).map(a -> a.text("/server/id")))
        .containsOnly(keyed.post("/api/v1/servers", anOrder(name)).text("/server/id"));
    assertThat(http.get("/api/v1/servers").at("/meta/pagination/total").asInt()).isEqualTo(1);
  }

  @Test
  void the_quota_ends_orders_with_403() {
    var small = ApiServer.with(java.util.Map.of("slipway.quota.servers", 1));
    Http one = small.as(small.tenantUser());
    order(one, "first");

    var answer = order(one, "second");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("/code")).isEqualTo("resource_limit_exceeded");
    assertThat(
            one.post("/api/v1/servers?dry_run=true", anOrder("second"))
                .text("/dry_run/blockers/0/code"))
        .isEqualTo("resource_limit_exceeded");
  }

  @Test
  void twenty_parallel_orders_together_stay_within_the_quota() throws Exception {
    var small = ApiServer.with(java.util.Map.of("slipway.quota.servers", 3));
    Http one = small.as(small.tenantUser());
    Callable<Http.Answer> anOrder = () -> order(one, aName());

    List<Http.Answer> answers = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : pool.invokeAll(java.util.Collections.nCopies(20, anOrder))) {
        answers.add(each.get());
      }
    }

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(17)
        .allSatisfy(
            answer -> assertThat(answer.text("/code")).isEqualTo("resource_limit_exceeded"));
    assertThat(one.get("/api/v1/servers").at("/meta/pagination/total").asInt()).isEqualTo(3);
  }

  @Test
  void an_order_is_accepted_while_the_engine_is_away() {
    api.engine().away(true);
    try {
      var answer = order(http, aName());

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.text("/action/status")).isEqualTo("queued");
    } finally {
      api.engine().away(false);
    }
  }

  @Test
  void an_operator_orders_for_a_tenant_and_a_tenant_for_nobody_else() {
    Http operator = api.as(api.operator());
    String more = ",\"tenant_id\":\"" + person.tenant() + "\"";

    var forTenant = operator.once(aKey()).post("/api/v1/servers", anOrder(aName(), more));
    var stranger =
        api.as(api.tenantUser()).once(aKey()).post("/api/v1/servers", anOrder(aName(), more));

    assertThat(forTenant.status()).isEqualTo(201);
    assertThat(forTenant.text("/server/tenant_id")).isEqualTo(person.tenant().value());
    assertThat(stranger.status()).isEqualTo(422);
    assertThat(stranger.text("/errors/0/pointer")).isEqualTo("/tenant_id");
  }
}
