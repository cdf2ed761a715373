package dev.slipway.api.server;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerRoutesTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Http http = api.as(person);

  private static List<String> names(Http.Answer answer) {
    List<String> names = new ArrayList<>();
    answer.at("/servers").forEach(server -> names.add(server.get("name").asText()));
    return names;
  }

  @Test
  void a_list_shows_the_newest_first_in_pages() {
    order(http, "one");
    order(http, "two");
    order(http, "three");

    var first = http.get("/api/v1/servers?per_page=2");
    var second = http.get("/api/v1/servers?per_page=2&page=2");
    var beyond = http.get("/api/v1/servers?page=9");

    assertThat(names(first)).containsExactly("three", "two");
    assertThat(first.at("/meta/pagination").toString())
        .isEqualTo(
            "{\"page\":1,\"per_page\":2,\"total\":3,\"total_at_least\":3,\"last_page\":2,"
                + "\"next_page\":2,\"previous_page\":null}");
    assertThat(names(second)).containsExactly("one");
    assertThat(second.at("/meta/pagination/next_page").isNull()).isTrue();
    assertThat(second.at("/meta/pagination/previous_page").asInt()).isEqualTo(1);
    assertThat(beyond.status()).isEqualTo(200);
    assertThat(names(beyond)).isEmpty();
    assertThat(names(http.get("/api/v1/servers?sort=name:asc")))
        .containsExactly("one", "three", "two");
  }

  @Test
  void a_server_names_the_networks_it_joins() {
    var usual = order(http, "usual").text("/server/id");
    var both =
        http.once(aKey())
            .post("/api/v1/servers", anOrder("both", ",\"networks\":[\"private\",\"public\"]"));

    assertThat(http.get("/api/v1/servers/" + usual).at("/server/networks").toString())
        .isEqualTo("[\"public\"]");
    assertThat(both.at("/server/networks").toString()).isEqualTo("[\"private\",\"public\"]");
  }

  @Test
  void a_list_is_filtered() {
    http.once(aKey())
        .post("/api/v1/servers", anOrder("blue", ",\"labels\":{\"env\":\"prod\",\"tier\":\"a\"}"));
    String green = order(http, "green").text("/server/id");
    api.tables().server(green, "running");

    assertThat(names(http.get("/api/v1/servers?label_selector=env%3Dprod,tier%3Da")))
        .containsExactly("blue");
    assertThat(names(http.get("/api/v1/servers?label_selector=env%3Ddev"))).isEmpty();
    assertThat(names(http.get("/api/v1/servers?label_selector=env%3Dprod,env%3Dprod")))
        .containsExactly("blue");
    var both = http.get("/api/v1/servers?label_selector=env%3Dprod,env%3Ddev");
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.text("/errors/0/pointer")).isEqualTo("/label_selector");
    assertThat(both.text("/errors/0/code")).isEqualTo("contradiction");
    assertThat(names(http.get("/api/v1/servers?q=gre"))).containsExactly("green");
    assertThat(names(http.get("/api/v1/servers?status=running"))).containsExactly("green");
    assertThat(names(http.get("/api/v1/servers?status=running&status=queued"))).hasSize(2);
    assertThat(names(http.get("/api/v1/servers?status=stopped,queued"))).containsExactly("blue");
    assertThat(names(http.get("/api/v1/servers?location=sim-2"))).isEmpty();
  }

  @Test
  void an_operator_sees_every_tenant_and_may_choose_one() {
    order(http, "hers");

    var all = api.as(api.operator()).get("/api/v1/servers?tenant=" + person.tenant());

    assertThat(names(all)).containsExactly("hers");
    assertThat(names(api.as(api.tenantUser()).get("/api/v1/servers?tenant=" + person.tenant())))
        .isEmpty();
  }

  @Test
  void a_list_beyond_a_thousand_tells_at_least_that_many() {
    var crowded = api.tenantUser();
    api.tables()
        .run(
            """
            insert into server (id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib,
              image, location, labels, protected, created_at, updated_at, version)
            select 'srv_many' || n || '%1$s', '%2$s', 'many-' || n, 'running', 's-1', 1, 1024, 25,
              'debian-13', 'sim-1', '{}', false, now(), now(), 1
            from generate_series(1, 1001) n
            """
                .formatted(crowded.tenant().value().replace("ten_", ""), crowded.tenant()));

    var answer = api.as(crowded).get("/api/v1/servers?per_page=100");

    assertThat(answer.at("/servers")).hasSize(100);
    assertThat(answer.at("/meta/pagination/total").isNull()).isTrue();
    assertThat(answer.at("/meta/pagination/last_page").isNull()).isTrue();
    assertThat(answer.at("/meta/pagination/total_at_least").asInt()).isEqualTo(1000);
    assertThat(answer.at("/meta/pagination/next_page").asInt()).isEqualTo(2);
  }

  @Test
  void a_server_that_is_destroyed_stays_as_it_was() {
    String name = aName();
    String id = order(http, name).text("/server/id");
    api.tables().server(id, "destroyed");

    var changed =
        http.with("If-Match", "*")
            .patch("/api/v1/servers/" + id, "{\"name\":\"zombie\",\"protected\":true}");

    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text("/code")).isEqualTo("conflict");
    assertThat(http.get("/api/v1/servers/" + id).text("/server/name")).isEqualTo(name);
  }

  @Test
  void a_server_has_a_tag_that_guards_changes() {
    String id = order(http, aName()).text("/server/id");

    var found = http.get("/api/v1/servers/" + id);
    String tag = found.header("ETag");
    var changed =
        http.with("If-Match", tag)
            .patch(
                "/api/v1/servers/" + id,
                "{\"name\":\"renamed\",\"labels\":{\"a\":\"b\"},\"protected\":true}");
    var late = http.with("If-Match", tag).patch("/api/v1/servers/" + id, "{\"name\":\"again\"}");

    assertThat(tag).matches("\"[0-9]+\"");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/server/name")).isEqualTo("renamed");
    assertThat(changed.text("/server/labels/a")).isEqualTo("b");
    assertThat(changed.at("/server/protected").asBoolean()).isTrue();
    assertThat(changed.header("ETag")).isNotEqualTo(tag);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.text("/code")).isEqualTo("precondition_failed");
    assertThat(http.patch("/api/v1/servers/" + id, "{}").text("/code"))
        .isEqualTo("precondition_required");
    assertThat(
            http.with("If-Match", "*")
                .patch("/api/v1/servers/" + id, "{\"name\":\"BAD\"}")
                .text("/errors/0/pointer"))
        .isEqualTo("/name");
    assertThat(http.with("If-Match", "junk").patch("/api/v1/servers/" + id, "{}").status())
        .isEqualTo(412);
  }

  @Test
  void a_condition_may_name_several_versions_one_of_which_is_the_present() {
    String path = "/api/v1/servers/" + order(http, aName()).text("/server/id");
    String tag = http.get(path).header("ETag");

    assertThat(http.with("If-Match", "\"998\",\"999\"").patch(path, "{}").status()).isEqualTo(412);
    assertThat(http.with("If-Match", "W/" + tag).patch(path, "{}").status())
        .as("a weak tag changes nothing")
        .isEqualTo(412);
    assertThat(http.with("If-Match", "\"998\", " + tag).patch(path, "{}").status()).isEqualTo(200);
  }

  @Test
  void who_means_any_version_is_never_told_that_somebody_was_faster() {
    String path = "/api/v1/servers/" + order(http, aName()).text("/server/id");
    Http any = http.with("If-Match", "*");

    var answers =
        IntStream.range(0, 60)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () -> any.patch(path, "{\"labels\":{\"n\":\"%d\"}}".formatted(i)),
                    Thread::startVirtualThread))
            .toList();

    assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(200);
  }

  @Test
  void a_new_name_must_be_free() {
    order(http, "gone-already");
    String id = order(http, aName()).text("/server/id");

    var answer =
        http.with("If-Match", "*").patch("/api/v1/servers/" + id, "{\"name\":\"gone-already\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("uniqueness_error");
  }

  @Test
  void another_tenants_server_does_not_exist() {
    String id = order(http, aName()).text("/server/id");
    Http stranger = api.as(api.tenantUser());

    assertThat(stranger.get("/api/v1/servers/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/servers/" + id + "/actions").status()).isEqualTo(404);
    assertThat(stranger.with("If-Match", "*").patch("/api/v1/servers/" + id, "{}").status())
        .isEqualTo(404);
    assertThat(
            stranger.once(aKey()).delete("/api/v1/servers/" + id, "{\"confirm\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(http.get("/api/v1/servers/nonsense").status()).isEqualTo(404);
    assertThat(http.get("/api/v1/servers/srv_unknown").text("/code")).isEqualTo("not_found");
  }

  @Test
  void a_server_lists_its_actions() {
    var ordered = order(http, aName());

    var answer = http.get("/api/v1/servers/" + ordered.text("/server/id") + "/actions");

    assertThat(answer.at("/actions")).hasSize(1);
    assertThat(answer.text("/actions/0/id")).isEqualTo(ordered.text("/action/id"));
    assertThat(answer.at("/meta/pagination/total").asInt()).isEqualTo(1);
  }
}
