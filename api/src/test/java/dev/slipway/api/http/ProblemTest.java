package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.Http.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.tenantUser());

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("/code")).isEqualTo(code);
    assertThat(answer.text("/type")).isEqualTo("/problems/" + code);
    assertThat(answer.at("/status").asInt()).isEqualTo(status);
    assertThat(answer.text("/title")).isNotBlank();
    assertThat(answer.text("/detail")).isNotBlank();
    assertThat(answer.text("/correlation_id")).isEqualTo(answer.header("X-Correlation-Id"));
    assertThat(answer.at("/errors").isArray()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "nonsense",
        "\n",
        " ",
        "",
        "{\"name\":\"web\"",
        "[1,]",
        "{} {}",
        "{} more",
        "{\"a\":1,\"a\":2}"
      })
  void what_is_no_json_is_malformed(String body) {
    assertProblem(http.once(aKey()).post("/api/v1/servers", body), 400, "malformed_json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"servers?q=%00", "servers?label_selector=a%3D%00", "actions?resource=%00"})
  void what_no_column_can_hold_is_invalid_in_a_query(String path) {
    assertProblem(http.get("/api/v1/" + path), 422, "invalid_input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800"})
  void what_no_column_can_hold_is_invalid_in_a_body(String character) {
    String body =
        """
        {"name":"web","plan":"s-1","image":"debian-13","location":"sim-1","networks":["public"],
         "user_data":"#!%s"}
        """
            .formatted(character);

    assertProblem(http.once(aKey()).post("/api/v1/servers", body), 422, "invalid_input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\""})
  void what_is_no_object_is_invalid(String body) {
    assertProblem(http.once(aKey()).post("/api/v1/servers", body), 422, "invalid_input");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 2_000, 12_000})
  void what_is_too_long_is_refused(int kilobytes) {
    String body = anOrder(aName(), ",\"user_data\":\"" + "x".repeat(kilobytes * 1024) + "\"");

    assertProblem(http.once(aKey()).post("/api/v1/servers", body), 413, "payload_too_large");
  }

  @Test
  void another_content_type_is_refused() {
    assertProblem(
        http.with("Content-Type", "application/xml").once(aKey()).post("/api/v1/servers", "<a/>"),
        415,
        "unsupported_media_type");
  }

  @Test
  void an_unknown_route_is_not_found_for_everybody() {
    assertProblem(http.get("/api/v1/nothing"), 404, "not_found");
    assertProblem(api.anonymous().get("/api/v1/nothing"), 404, "not_found");
  }

  @Test
  void another_method_is_refused_with_those_allowed() {
    var answer = http.put("/api/v1/servers", "{}");

    assertProblem(answer, 405, "method_not_allowed");
    assertThat(answer.header("Allow")).contains("GET").contains("POST");
  }

  @Test
  void nobody_gets_401_without_a_browsers_password_box() {
    var answer = api.anonymous().get("/api/v1/servers");

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void every_401_says_how_to_sign_in() {
    var nobody = api.tenantUser();
    Http gone = api.as(nobody);
    api.tables().run("delete from user_account where id = '" + nobody.user().id() + "'");
    var login =
        api.anonymous()
            .post("/api/v1/auth/login", "{\"email\":\"a@example.org\",\"password\":\"x\"}");
    var refresh = api.anonymous().post("/api/v1/auth/refresh", "{\"refresh_token\":\"x\"}");

    assertThat(List.of(login, refresh, gone.get("/api/v1/me")))
        .allSatisfy(answer -> {
          assertProblem(answer, 401, "unauthenticated");
          assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        });
  }

  @Test
  void a_tenant_has_no_business_at_the_operators_routes() {
    assertProblem(http.get("/api/v1/admin/attention"), 403, "forbidden");
    assertProblem(http.get("/api/v1/admin/temporal"), 403, "forbidden");
    assertProblem(http.get("/api/v1/admin/workers"), 403, "forbidden");
    assertProblem(http.get("/api/v1/admin/simulators/sim-1/faults"), 403, "forbidden");
    assertProblem(http.get("/api/v1/actions/act_1/history"), 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=0",
        "page=x",
        "page=-1",
        "per_page=0",
        "per_page=101",
        "per_page=1.5",
        "sort=age:asc",
        "status=gone",
        "label_selector=x",
        "label_selector=!env",
        "label_selector=env!%3Dprod",
        "label_selector=env%20in%20(prod,test)",
        "label_selector=env%3Da%20b",
        "label_selector=%3Dprod",
        "page=99999999999"
      })
  void a_bad_query_is_refused(String query) {
    var answer = http.get("/api/v1/servers?" + query);

    assertProblem(answer, 422, "invalid_input");
    assertThat(answer.text("/errors/0/pointer"))
        .isEqualTo("/" + query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1.evil.example", "?"})
  void a_page_of_another_origin_is_told_so(String origin) {
    Http foreign = http.with("Origin", origin);
    for (String method : List.of("GET", "POST", "OPTIONS")) {
      var answer = foreign.send(method, "/api/v1/plans", null);

      assertProblem(answer, 403, "forbidden");
      assertThat(answer.text("/detail")).contains("origin");
    }
    assertThat(foreign.send("HEAD", "/api/v1/plans", null).status()).isEqualTo(403);
  }

  @Test
  void a_role_that_may_not_is_told_so_whatever_the_origin() {
    var answer = http.with("Origin", "http://localhost:3000").get("/api/v1/admin/temporal");

    assertProblem(answer, 403, "forbidden");
    assertThat(answer.text("/detail")).contains("role");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=0", "per_page=500", "status=gone", "type=dance", "sort=id"})
  void a_bad_query_of_actions_is_refused(String query) {
    assertProblem(http.get("/api/v1/actions?" + query), 422, "invalid_input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/plans", "/api/v1/images", "/api/v1/locations", "/api/v1/networks"})
  void a_bad_page_of_the_catalogue_is_refused(String path) {
    assertProblem(http.get(path + "?page=0"), 422, "invalid_input");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void every_problem_has_a_page(ProblemType type) {
    var answer = api.anonymous().get(type.uri());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains(type.title(), type.tenantText(), type.code());
    assertThat(ProblemType.ofCode(type.code())).contains(type);
  }

  @Test
  void an_unknown_problem_has_none() {
    assertProblem(api.anonymous().get("/problems/boredom"), 404, "not_found");
  }

  @Test
  void a_strange_correlation_id_is_replaced() {
    var answer = http.with("X-Correlation-Id", "a b<script>").get("/api/v1/plans");

    assertThat(answer.header("X-Correlation-Id")).startsWith("cor_");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void head_answers_without_a_body() {
    var answer = http.send("HEAD", "/api/v1/plans", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }
}
