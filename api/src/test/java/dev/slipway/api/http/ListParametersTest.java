package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A parameter of a list that makes no sense is refused on every list.
class ListParametersTest {

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
