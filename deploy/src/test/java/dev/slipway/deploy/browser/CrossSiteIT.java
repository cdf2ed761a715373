package dev.slipway.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a page of another site can do with the session of who looks at it: nothing.
@Tag("browser")
class CrossSiteIT {

  private static final String ELSEWHERE = "https://evil.example";
  private static final Pattern TOKEN = Pattern.compile("(\"csrfToken\":\")[^\"]+");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void a_press_that_was_not_made_on_the_page_places_no_order() throws Exception {
    var name = ServerNames.fresh("cross-site");
    try (var visit = slipway.visit(Person.TENANT).open("/servers/new")) {
      var press = pressOfOrder(visit, name);
      var cookies = visit.cookies();
      var guessed =
          TOKEN.matcher(press.postData()).replaceFirst("$100000000-0000-0000-0000-000000000000");
      assertThat(guessed).isNotEqualTo(press.postData());

      var withoutToken = post(press.url(), guessed, slipway.address(), cookies);
      var fromElsewhere = post(press.url(), press.postData(), ELSEWHERE, cookies);
      var fromNowhere = post(press.url(), press.postData(), "null", cookies);

      assertThat(withoutToken.body()).contains("\"changes\":{}", "appError").doesNotContain("act_");
      assertThat(fromElsewhere.statusCode()).isEqualTo(403);
      assertThat(fromNowhere.statusCode()).isEqualTo(403);
      assertThat(slipway.api(Person.TENANT).servers(name)).isEmpty();

      var fromThePage = post(press.url(), press.postData(), slipway.address(), cookies);

      assertThat(fromThePage.statusCode()).isEqualTo(200);
      assertThat(slipway.api(Person.TENANT).servers(name)).as("the same press").hasSize(1);
    }
  }

  @Test
  void a_page_of_another_site_is_not_pushed_to() throws Exception {
    try (var visit = slipway.visit(Person.TENANT)) {
      var push = visit.page().waitForWebSocket(() -> visit.open("/servers")).url();
      var cookies = visit.cookies();
      var poll =
          push.replaceFirst("^ws", "http")
              .replaceFirst("transport=websocket", "transport=long-polling");

      assertThatThrownBy(() -> listen(push, ELSEWHERE, cookies))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
      assertThat(post(poll, "", ELSEWHERE, cookies).statusCode()).isEqualTo(403);
      assertThat(get(poll, ELSEWHERE, cookies).statusCode()).isEqualTo(403);

      listen(push, slipway.address(), cookies).abort();
    }
  }

  @Test
  void the_cookie_of_the_panel_opens_nothing_of_the_api() throws Exception {
    try (var visit = slipway.visit(Person.TENANT).open("/servers")) {
      PlaywrightAssertions.assertThat(visit.see("#person")).isVisible();
      var cookies = visit.cookies();
      var keys = slipway.address() + "/api/v1/ssh_keys";
      var key = "{\"name\":\"cross-site\",\"public_key\":\"%s\"}".formatted(PanelApi.aPublicKey());

      for (var origin : new String[] {slipway.address(), ELSEWHERE}) {
        var read = get(keys, origin, cookies);
        var added = post(keys, key, origin, cookies);

        assertThat(read.statusCode()).isIn(401, 403);
        assertThat(added.statusCode()).isIn(401, 403);
        assertThat(added.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(read.headers().map()).doesNotContainKey("access-control-allow-origin");
      }
      assertThat(slipway.api(Person.TENANT).get("/ssh_keys").toString())
          .doesNotContain("cross-site");
    }
  }

  /// What the browser would send for a press of the button; it never arrives.
  private static Request pressOfOrder(Visit visit, String name) {
    PlaywrightAssertions.assertThat(visit.see("#order")).isEnabled();
    visit.see(".sw-order-name input").fill(name);
    visit.see(".sw-order-name input").press("Tab");
    PlaywrightAssertions.assertThat(visit.page()).hasURL(Pattern.compile(".*name=" + name + ".*"));
    PlaywrightAssertions.assertThat(visit.see("#order")).isEnabled();
    visit.page().route("**/*v-r=uidl*", CrossSiteIT::holdPresses);
    return visit.page().waitForRequest(CrossSiteIT::isPress, () -> visit.see("#order").click());
  }

  private static boolean isPress(Request request) {
    var body = request.postData();
    return body != null && body.contains("\"event\":\"click\"");
  }

  private static void holdPresses(Route route) {
    if (isPress(route.request())) {
      route.abort();
    } else {
      route.resume();
    }
  }

  private static HttpResponse<String> post(
      String address, String body, String origin, String cookies) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        origin,
        cookies);
  }

  private static HttpResponse<String> get(String address, String origin, String cookies)
      throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)), origin, cookies);
  }

  private static HttpResponse<String> send(
      HttpRequest.Builder request, String origin, String cookies)
      throws IOException, InterruptedException {
    return HTTP.send(
        request.header("Origin", origin).header("Cookie", cookies).build(),
        BodyHandlers.ofString());
  }

  private static WebSocket listen(String address, String origin, String cookies) {
    return HTTP.newWebSocketBuilder()
        .header("Origin", origin)
        .header("Cookie", cookies)
        .buildAsync(URI.create(address), new WebSocket.Listener() {})
        .join();
  }
}
