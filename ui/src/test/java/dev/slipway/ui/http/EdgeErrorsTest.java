package dev.slipway.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeErrorsTest {
  private final LoopbackServer server =
      new LoopbackServer(new PublicConnections(new HttpConfiguration()));

  @BeforeEach
  void start() throws Exception {
    var panel = new ServletContextHandler("/");
    panel.addServlet(new ServletHolder(new Refusing()), "/*");
    server.start(new SecurityHeaders(new PanelMethods(panel)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /servers?q=%zz, 400, This address cannot be read",
    "GET, /%zz, 400, This address cannot be read",
    "GET, /%, 400, This address cannot be read",
    "GET, /servers/100%, 400, This address cannot be read",
    "GET, /servers/%u12, 400, This address cannot be read",
    "GET, /servers/%00, 400, This address cannot be read",
    "GET, /servers%2Fnew, 400, This address cannot be read",
    "GET, /%ED%A0%80, 400, This address cannot be read",
    "GET, /apizz/%zz, 400, This address cannot be read",
    "POST, /%zz?/api/, 400, This address cannot be read",
    "GET, /?status=400, 400, This address cannot be read",
    "GET, /?status=404, 404, There is nothing here",
    "GET, /?status=500, 500, This did not work",
    "PUT, /servers, 405, A page cannot do this"
  })
  void who_asks_for_what_no_page_can_answer_reads_our_words(
      String method, String path, int status, String title) throws IOException {
    var answer = ask(method, path, "text/html");

    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("<h1>" + title + "</h1>", "<title>" + title + " · Slipway</title>")
        .contains("<a href=\"/\">Go to the dashboard</a>", "Content-Type: text/html;charset=utf-8")
        .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY")
        .containsOnlyOnce("Content-Security-Policy: default-src 'none'; style-src 'self';");
    assertThat(bodyOf(answer)).doesNotContain("HTTP ERROR", "Bad ", "STATUS", "jetty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/%zz", "/api/v1/servers/%?q=1", "/health/%00", "/problems/%u12"})
  void a_program_reads_of_an_address_like_that_in_its_own_words(String path) throws IOException {
    assertThat(ask("GET", path, "text/html"))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Type: application/problem+json", "\"code\":\"malformed_request\"")
        .contains("\"instance\":\"/\"")
        .containsPattern("X-Correlation-Id: cor_[0-9a-f]{32}\\R");
  }

  @Test
  void what_a_program_likes_to_read_changes_nothing() throws IOException {
    assertThat(bodyOf(ask("GET", "/servers?q=%zz", "application/json")))
        .contains("<h1>This address cannot be read</h1>")
        .doesNotContain("jetty", "Bad ");
  }

  private static String bodyOf(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n"));
  }

  private String ask(String method, String path, String accepted) throws IOException {
    return server.answerTo(
        "%s %s HTTP/1.1\r\nHost: slipway.test\r\nAccept: %s\r\nConnection: close\r\n\r\n"
            .formatted(method, path, accepted));
  }

  /// Reads its parameters, and ends as the one called `status` says.
  private static final class Refusing extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.sendError(Integer.parseInt(request.getParameter("status")), "STATUS");
    }
  }
}
