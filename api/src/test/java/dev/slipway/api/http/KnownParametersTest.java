package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A parameter that makes no sense is refused, of every list and every change.
class KnownParametersTest {

  private final ApiServer api = ApiServer.shared();
  private final Http operator = api.as(api.operator());

  private void assertRefused(String path, String parameter, String value) {
    var answer = operator.get("/api/v1" + path + "?" + parameter + "=" + value);

    assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("invalid_input");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/servers",
        "/actions",
        "/plans",
        "/images",
        "/locations",
        "/networks",
        "/ssh_keys",
        "/admin/attention",
        "/admin/workers",
        "/admin/queues"
      })
  void a_bad_parameter_is_refused(String path) {
    assertThat(operator.get("/api/v1" + path).at("/meta/pagination/page").asInt()).isEqualTo(1);
    assertRefused(path, "sort", "foo");
    assertRefused(path, "status", "foo");
    assertRefused(path, "page", "0");
    assertRefused(path, "per_page", "1000");
    assertRefused(path, "stauts", "running");
    assertRefused(path, "size", "10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/servers?status=running&location=sim-1&q=a&label_selector=a%3Db&tenant=ten_a&sort=name",
        "/actions?status=queued&type=create_server&resource=srv_a&tenant=ten_a&page=1&per_page=1",
        "/plans?page=1&per_page=10"
      })
  void the_parameters_of_a_list_are_known(String path) {
    assertThat(operator.get("/api/v1" + path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sort", "status", "page", "per_page", "planet"})
  void so_it_is_for_the_actions_of_a_server(String parameter) {
    String server = order(api.as(api.tenantUser()), "listed").text("/server/id");

    assertRefused("/servers/" + server + "/actions", parameter, "foo");
  }

  @Test
  void a_change_that_is_asked_for_by_an_unknown_parameter_is_not_made() {
    Http tenant = api.as(api.tenantUser());
    String server = order(tenant, "kept").text("/server/id");

    var deleted = tenant.once(aKey()).delete("/api/v1/servers/" + server + "?dry_run=true", null);
    var ordered = tenant.once(aKey()).post("/api/v1/servers?dryrun=true", anOrder("tried"));

    assertThat(deleted.status()).isEqualTo(422);
    assertThat(deleted.text("/errors/0/pointer")).isEqualTo("/dry_run");
    assertThat(ordered.text("/errors/0/pointer")).isEqualTo("/dryrun");
    var patched = tenant.patch("/api/v1/servers/" + server + "?protected=true", "{}");
    assertThat(patched.text("/errors/0/pointer")).isEqualTo("/protected");
    assertThat(tenant.get("/api/v1/servers").at("/servers")).hasSize(1);
    assertThat(tenant.get("/api/v1/servers/" + server).text("/server/status")).isEqualTo("queued");
  }

  @Test
  void the_pages_around_are_linked_with_all_that_was_asked_for() {
    String first = "/api/v1/images?per_page=1";
    long last = operator.get(first).at("/meta/pagination/last_page").asLong();
    assertThat(last).isGreaterThan(2);

    assertThat(operator.get(first).header("Link"))
        .isEqualTo(links("first 1", "next 2", "last " + last));
    assertThat(operator.get(first + "&page=2").header("Link"))
        .isEqualTo(links("first 1", "prev 1", "next 3", "last " + last));
    assertThat(operator.get(first + "&page=" + last).header("Link"))
        .isEqualTo(links("first 1", "prev " + (last - 1), "last " + last));
    assertThat(operator.get(first + "&page=999999").header("Link"))
        .isEqualTo(links("first 1", "prev " + last, "last " + last));
    assertThat(operator.get("/api/v1/servers?label_selector=a%3Db&q=%3E&page=1").header("Link"))
        .startsWith("</api/v1/servers?label_selector=a%3Db&q=%3E&page=1>; rel=\"first\"");
  }

  private static String links(String... pages) {
    return Stream.of(pages)
        .map(page -> page.split(" ", 2))
        .map(page -> "</api/v1/images?per_page=1&page=%s>; rel=\"%s\"".formatted(page[1], page[0]))
        .collect(Collectors.joining(", "));
  }

  @Test
  void only_lists_have_links_and_none_repeats_a_ofLongQueryquery() {
    var ofLongQuery = operator.get("/api/v1/servers?status=" + "running,".repeat(130) + "running");

    assertThat(operator.get("/api/v1/me").header("Link")).isEmpty();
    assertThat(ofLongQuery.status()).isEqualTo(200);
    assertThat(ofLongQuery.header("Link")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plans", "/images", "/admin/workers"})
  void a_page_past_the_end_leads_back_to_the_last_one(String path) {
    var answer = operator.get("/api/v1" + path + "?page=999999&per_page=100");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/meta/pagination/next_page").isNull()).isTrue();
    assertThat(answer.at("/meta/pagination/previous_page").asLong())
        .isEqualTo(answer.at("/meta/pagination/last_page").asLong());
  }
}
