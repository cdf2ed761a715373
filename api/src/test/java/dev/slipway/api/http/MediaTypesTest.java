package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every route of the API reads and answers in.
class MediaTypesTest {

  private final ApiServer api = ApiServer.shared();
  private final Http operator = api.as(api.operator()).once("media-types");

  private Stream<UriRouteInfo<?, ?>> routes() {
    return api.bean(Router.class)
        .uriRoutes()
        .filter(route -> route.getUriMatchTemplate().toString().startsWith("/api/"))
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD);
  }

  private static Http.Answer sent(Http sender, UriRouteInfo<?, ?> route, String body) {
    String path = route.getUriMatchTemplate().toString().replaceAll("\\{[^}]*}", "none");
    return sender.send(route.getHttpMethodName(), path, body.isEmpty() ? null : body);
  }

  private List<String> otherThan(
      int status, String code, Stream<UriRouteInfo<?, ?>> routes, Http sender, String body) {
    List<String> others = new ArrayList<>();
    List<UriRouteInfo<?, ?>> all = routes.collect(Collectors.toList());
    assertThat(all).isNotEmpty();
    for (UriRouteInfo<?, ?> route : all) {
      Http.Answer answer = sent(sender, route, body);
      boolean isProblem = answer.header("Content-Type").startsWith("application/problem+json");
      if (answer.status() != status || !isProblem || !answer.text("/code").equals(code)) {
        others.add(route + " answered " + answer.status() + " " + answer.body());
      }
    }
    return others;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/problem+json",
        "json",
        ";"
      })
  void a_body_of_another_type_is_refused_everywhere(String type) {
    Stream<UriRouteInfo<?, ?>> routes =
        routes().filter(route -> HttpMethod.permitsRequestBody(route.getHttpMethod()));

    assertThat(
            otherThan(
                415, "unsupported_media_type", routes, operator.with("Content-Type", type), "{}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "image/*",
        "application/vnd.api+json",
        "nonsense",
        "application/json;q=0, text/event-stream;q=0.0, application/yaml;q=0, text/html;q=0",
        "*/*;q=0",
        "*/*, application/*;q=0, text/*;q=0.000",
        ", nonsense"
      })
  void an_answer_that_nobody_speaks_is_not_to_be_had(String type) {
    assertThat(otherThan(406, "not_acceptable", routes(), operator.with("Accept", type), ""))
        .isEmpty();
  }

  @Test
  void json_is_no_stream_and_a_stream_no_json() {
    Stream<UriRouteInfo<?, ?>> streams = routes().filter(route -> speaks(route, "event-stream"));
    Stream<UriRouteInfo<?, ?>> others = routes().filter(route -> !speaks(route, "event-stream"));

    assertThat(
            otherThan(
                406, "not_acceptable", streams, operator.with("Accept", "application/json"), ""))
        .isEmpty();
    assertThat(
            otherThan(
                406, "not_acceptable", others, operator.with("Accept", "text/event-stream"), ""))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;q=0, */*",
        "*/*, application/json;q=0",
        "application/json; q=0.0, application/*",
        "application/*;q=0, */*",
        "application/problem+json, application/json;q=0"
      })
  void json_is_not_given_to_whoever_refuses_it_of_all(String accept) {
    Stream<UriRouteInfo<?, ?>> json =
        routes().filter(route -> speaks(route, MediaType.APPLICATION_JSON));

    assertThat(otherThan(406, "not_acceptable", json, operator.with("Accept", accept), ""))
        .isEmpty();
  }

  private static boolean speaks(UriRouteInfo<?, ?> route, String type) {
    return route.getProduces().stream().anyMatch(each -> each.toString().contains(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        " , ,",
        "*/*",
        "application/*",
        "application/json",
        "APPLICATION/JSON; charset=utf-8",
        "application/problem+json",
        "text/html, application/xhtml+xml, */*;q=0.8",
        "image/png;q=0.9 , application/json;q=0.1",
        "application/json, */*;q=0",
        "application/json, application/*;q=0",
        "application/problem+json;q=0, */*",
        "application/json;q=0, application/json"
      })
  void json_is_given_to_whoever_accepts_it(String accept) {
    var answer = operator.with("Accept", accept).get("/api/v1/plans");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
  void json_is_read_with_or_without_its_characters_named(String type) {
    var answer =
        operator
            .with("Content-Type", type)
            .post("/api/v1/auth/logout", "{\"refresh_token\":\"a\"}");

    assertThat(answer.status()).as(answer.body()).isLessThan(300);
  }
}
