package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The public port as strangers meet it: what no decent client sends is refused with a problem, and
/// every answer carries the security headers, whoever gave it.
class EdgeIT {

  private static final String HOST = "\nHost: slipway.test";
  private static final String LAST = HOST + "\nConnection: close";
  private static final String JSON = "\nContent-Type: application/json";
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private final SharedSlipway slipway = SharedSlipway.running();
  private final RawHttp http = new RawHttp(slipway.process().address());

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("no request line", "NONSENSE", "", 400),
        Arguments.of("another protocol", "\u0016\u0003\u0001\u0002", "", 400),
        Arguments.of("a version of the future", "GET /api/v1/plans HTTP/9.9" + LAST, "", 505),
        Arguments.of("no host", "GET /api/v1/plans HTTP/1.1\nConnection: close", "", 400),
        Arguments.of("two hosts", "GET /api/v1/plans HTTP/1.1" + HOST + LAST, "", 400),
        Arguments.of("a bad escape", "GET /api/v1/%zz HTTP/1.1" + LAST, "", 400),
        Arguments.of("an escaped slash", "GET /api/v1/plans%2F.. HTTP/1.1" + LAST, "", 400),
        Arguments.of("a header without a colon", "GET /api HTTP/1.1\nnonsense" + LAST, "", 400),
        Arguments.of(
            "a negative length",
            "POST /api/v1/auth/login HTTP/1.1\nContent-Length: -1" + JSON + LAST,
            "",
            400),
        Arguments.of(
            "two lengths",
            "POST /api/v1/auth/login HTTP/1.1\nContent-Length: 2\nContent-Length: 3" + JSON + LAST,
            "{} ",
            400),
        Arguments.of(
            "a length and chunks",
            "POST /api/v1/auth/login HTTP/1.1\nContent-Length: 2\nTransfer-Encoding: chunked"
                + JSON
                + LAST,
            "{}",
            400),
        Arguments.of(
            "a broken chunk",
            "POST /api/v1/auth/login HTTP/1.1\nTransfer-Encoding: chunked" + JSON + LAST,
            "zz\r\n{}\r\n0\r\n\r\n",
            400),
        Arguments.of(
            "an expectation nobody knows",
            "POST /api/v1/auth/login HTTP/1.1\nExpect: miracles\nContent-Length: 2" + JSON + LAST,
            "{}",
            417),
        Arguments.of(
            "headers without end",
            "GET /api/v1/plans HTTP/1.1\nX-Long: " + "x".repeat(20_000) + LAST,
            "",
            431),
        Arguments.of(
            "an address without end",
            "GET /api/v1/plans?q=" + "x".repeat(20_000) + " HTTP/1.1" + LAST,
            "",
            414));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void what_cannot_be_read_is_a_problem(String name, String head, String body, int status) {
    RawHttp.Answer answer = http.send(head, body);

    assertProblem(answer, status, "malformed_request");
    assertLogged(answer);
  }

  static Stream<Arguments> refused() {
    String login = "POST /api/v1/auth/login HTTP/1.1" + LAST;
    return Stream.of(
        Arguments.of("an unknown route", "GET /api/v1/nothing HTTP/1.1" + LAST, "", "not_found"),
        Arguments.of("no token", "GET /api/v1/plans HTTP/1.1" + LAST, "", "unauthenticated"),
        Arguments.of(
            "another method", "PATCH /api/v1/me HTTP/1.1" + LAST, "", "method_not_allowed"),
        Arguments.of("TRACE", "TRACE /api/v1/me HTTP/1.1" + LAST, "", "method_not_allowed"),
        Arguments.of(
            "a method of his own", "BREW /api/v1/me HTTP/1.1" + LAST, "", "method_not_allowed"),
        Arguments.of("broken JSON", login + JSON + "\nContent-Length: 1", "{", "malformed_json"),
        Arguments.of(
            "a wrong type",
            login + JSON + "\nContent-Length: 11",
            "{\"email\":1}",
            "invalid_input"),
        Arguments.of(
            "a wrong content type",
            login + "\nContent-Type: text/xml\nContent-Length: 4",
            "<a/>",
            "unsupported_media_type"),
        Arguments.of(
            "ten megabytes",
            login + JSON + "\nContent-Length: " + TEN_MEGABYTES,
            " ".repeat(TEN_MEGABYTES),
            "payload_too_large"),
        Arguments.of(
            "ten megabytes that nobody announced",
            login + JSON + "\nTransfer-Encoding: chunked",
            "A00000\r\n" + " ".repeat(TEN_MEGABYTES) + "\r\n0\r\n\r\n",
            "payload_too_large"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void what_is_wrong_is_a_problem(String name, String head, String body, String code) {
    RawHttp.Answer answer = http.send(head, body);

    assertProblem(answer, answer.json().path("status").asInt(), code);
  }

  @Test
  void an_old_client_gets_an_answer_and_the_end() {
    RawHttp.Answer answer = http.send("GET /api/v1/plans HTTP/1.0", "");

    assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void a_client_that_asks_before_it_sends_is_told_to_go_on() {
    String body = "{\"email\":\"nobody@slipway.test\",\"password\":\"wrong\"}";

    RawHttp.Answer answer =
        http.send(
            "POST /api/v1/auth/login HTTP/1.1\nExpect: 100-continue\nContent-Length: "
                + body.length()
                + JSON
                + LAST,
            body);

    assertThat(answer.status()).isIn(100, 401);
    assertThat(answer.body()).contains("\"code\":\"unauthenticated\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/styles.css",
        "/slipway.js",
        "/no-such-page",
        "/api/docs",
        "/api/v1/openapi.json",
        "/api/v1/plans",
        "/health/live",
        "/problems/not_found"
      })
  void every_answer_carries_the_security_headers(String path) {
    RawHttp.Answer answer = http.send("GET " + path + " HTTP/1.1" + LAST, "");

    assertSafe(answer);
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no-such-page", "/servers/new/what", "/robots.txt", "/%3Cb%3E"})
  void a_page_that_does_not_exist_is_not_found(String path) {
    RawHttp.Answer answer = http.send("GET " + path + " HTTP/1.1" + LAST, "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("<div id=\"outlet\">");
    assertSafe(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/?x=1", "/login", "/servers", "/servers/", "/servers/srv_1", "/servers/new"})
  void a_page_that_exists_is_found(String path) {
    assertThat(http.send("GET " + path + " HTTP/1.1" + LAST, "").status()).isEqualTo(200);
    assertThat(http.send("HEAD " + path + " HTTP/1.1" + LAST, "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH", "TRACE", "OPTIONS", "BREW"})
  void a_method_that_no_page_has_is_refused(String method) {
    RawHttp.Answer answer = http.send(method + " /servers HTTP/1.1" + LAST, "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
    assertSafe(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /VAADIN/push?v-r=push HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13"
            + "\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "POST /?v-r=uidl HTTP/1.1\nContent-Length: 0",
        "GET /?v-r=init HTTP/1.1",
        "GET /servers HTTP/1.1"
      })
  void a_page_of_another_site_gets_nothing_of_the_panel(String head) {
    RawHttp.Answer answer = http.send(head + "\nOrigin: https://evil.example" + LAST, "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertSafe(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/servers?q=%zz",
        "/servers?q=%ED%A0%80",
        "/?v-r=heartbeat",
        "/%zz",
        "/%",
        "/servers/%00",
        "/servers%2Fnew"
      })
  void an_address_that_no_page_can_read_is_told_in_our_words(String path) {
    RawHttp.Answer answer = http.send("GET " + path + " HTTP/1.1" + LAST, "");

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body())
        .contains("edge.css", "Go to the dashboard")
        .doesNotContain("HTTP ERROR", "Bad ", "STATUS");
    assertSafe(answer);
  }

  @Test
  void a_page_runs_only_the_scripts_it_was_sent_with() {
    RawHttp.Answer page = http.send("GET /login HTTP/1.1" + LAST, "");
    RawHttp.Answer again = http.send("GET /login HTTP/1.1" + LAST, "");

    String policy = page.header("Content-Security-Policy");
    assertThat(policy).contains("script-src 'self' 'nonce-", "object-src 'none'");
    assertThat(again.header("Content-Security-Policy")).isNotEqualTo(policy);
    assertThat(page.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void an_answer_of_the_api_runs_nothing() {
    RawHttp.Answer answer = http.send("GET /api/v1/openapi.json HTTP/1.1" + LAST, "");

    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  }

  @Test
  void the_page_about_the_api_has_its_styles_and_no_script() {
    RawHttp.Answer page = http.send("GET /api/docs HTTP/1.1" + LAST, "");
    RawHttp.Answer styles = http.send("GET /api-docs.css HTTP/1.1" + LAST, "");

    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'self'")
        .doesNotContain("script-src", "unsafe");
    assertThat(page.body()).contains("/api-docs.css").doesNotContain("<script");
    assertThat(styles.status()).isEqualTo(200);
    assertThat(styles.header("Content-Type")).startsWith("text/css");
  }

  private static void assertProblem(RawHttp.Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("correlation_id").asText())
        .startsWith("cor_")
        .isEqualTo(answer.header("X-Correlation-Id"));
    assertThat(problem.path("instance").asText()).matches("/|/api.*");
    assertSafe(answer);
  }

  private void assertLogged(RawHttp.Answer answer) {
    String id = "correlation_id=" + answer.header("X-Correlation-Id");
    await()
        .untilAsserted(() ->
            assertThat(slipway.process().console().lines())
                .filteredOn(line -> line.contains(id))
                .hasSize(1));
  }

  private static void assertSafe(RawHttp.Answer answer) {
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Server")).as("who serves is nobody's business").isEmpty();
    assertThat(answer.body()).doesNotContainIgnoringCase("jetty");
  }
}
