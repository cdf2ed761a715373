package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
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
  @ValueSource(strings = {"br", "nope", "gzip, gzip", "identity, br"})
  void a_body_that_nobody_unpacks_is_refused_everywhere(String encoding) {
    Stream<UriRouteInfo<?, ?>> routes =
        routes().filter(route -> HttpMethod.permitsRequestBody(route.getHttpMethod()));
    Http sender = operator.with("Content-Encoding", encoding);

    assertThat(otherThan(415, "unsupported_media_type", routes, sender, "{}")).isEmpty();
    assertThat(sender.post("/api/v1/auth/login", "{}").header("Accept-Encoding"))
        .isEqualTo("gzip, deflate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/servers", "/api/v1/servers?dry_run=true", "/api/v1/auth/login"})
  void a_body_that_is_not_packed_as_it_says_is_malformed(String path) {
    for (String encoding : List.of("gzip", "x-gzip", "deflate")) {
      var answer = operator.with("Content-Encoding", encoding).post(path, "{\"name\":\"web-1\"}");

      assertThat(answer.status()).as(encoding + " " + answer.body()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.text("/code")).isEqualTo("malformed_json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "identity", ""})
  void a_body_that_is_packed_as_it_says_is_read(String encoding) throws Exception {
    byte[] body = "{\"refresh_token\":\"a\"}".getBytes(StandardCharsets.UTF_8);
    HttpRequest plain =
        operator.with("Content-Encoding", encoding).request("POST", "/api/v1/auth/logout", "");
    HttpRequest packed =
        HttpRequest.newBuilder(plain, (name, value) -> true)
            .POST(BodyPublishers.ofByteArray(encoding.matches("(?i)gzip") ? zipped(body) : body))
            .build();

    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(packed, BodyHandlers.ofString());

      assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
  }

  private static byte[] zipped(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    }
    return bytes.toByteArray();
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
