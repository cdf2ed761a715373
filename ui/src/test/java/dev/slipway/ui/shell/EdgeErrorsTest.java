package dev.slipway.ui.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeErrorsTest {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.addConnector(connector);
    var panel = new ServletContextHandler("/");
    panel.addServlet(new ServletHolder(new Refusing()), "/*");
    server.setHandler(new SecurityHeaders(new PanelMethods(panel)));
    server.setErrorHandler(new EdgeErrors(JsonMapper.createDefault()));
    server.start();
  }

  @AfterEach
  void stop() {
    LifeCycle.stop(server);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /servers?q=%zz, 400, This address cannot be read",
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
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      var request =
          "%s %s HTTP/1.1\r\nHost: slipway.test\r\nAccept: %s\r\nConnection: close\r\n\r\n"
              .formatted(method, path, accepted);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
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
