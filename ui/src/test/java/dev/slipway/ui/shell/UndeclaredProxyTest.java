package dev.slipway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class UndeclaredProxyTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(UndeclaredProxy.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Server server = new Server();

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    logger.setLevel(null);
    LifeCycle.stop(server);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
  void a_proxy_nobody_declared_is_told_of_once(String header) throws Exception {
    var address = serve(false);

    ask(address, "X-Other");
    assertThat(log.list).isEmpty();
    ask(address, header);
    ask(address, header);

    assertThat(log.list)
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getLevel()).isEqualTo(Level.WARN);
          assertThat(line.getFormattedMessage())
              .contains("SLIPWAY_BEHIND_PROXY=true", "address=127.0.0.1");
        });
  }

  @Test
  void a_declared_one_is_nothing_to_tell() throws Exception {
    ask(serve(true), "X-Forwarded-For");

    assertThat(log.list).isEmpty();
  }

  private URI serve(boolean behindProxy) throws Exception {
    var minute = Duration.ofMinutes(1);
    var settings = new WebSettings(0, "127.0.0.1", behindProxy, minute, minute, minute);
    var connector =
        new ServerConnector(server, new HttpConnectionFactory(WebServer.http(settings)));
    connector.setHost(settings.host());
    server.addConnector(connector);
    server.start();
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  private static void ask(URI address, String header) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address).header(header, "192.0.2.7").build();
      client.send(request, BodyHandlers.discarding());
    }
  }
}
