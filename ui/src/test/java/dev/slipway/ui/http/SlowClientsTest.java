package dev.slipway.ui.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowClientsTest {
  private final LoopbackServer server = new LoopbackServer();
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  @BeforeEach
  void start() throws Exception {
    var connector = server.connector();
    connector.addBean(new SlowClients(connector, Duration.ofMillis(800)));
    server.start(new EagerContentHandler(new Patient(answer)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ",
        "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100000\r\n\r\n"
      })
  void a_request_that_drips_is_not_waited_for(String beginning) throws Exception {
    try (var socket = server.connect()) {
      socket.getOutputStream().write(beginning.getBytes(UTF_8));

      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !takesAnotherByte(socket));
    }
  }

  @Test
  void who_sends_no_body_is_told_so() throws Exception {
    try (var socket = server.connect()) {
      var head = "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));

      var told = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(told).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void an_answer_that_takes_long_is_waited_for() throws Exception {
    try (var socket = server.connect()) {
      var request = "GET /later HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(4))
          .until(() -> server.connector().getConnectedEndPoints().size() == 1);

      answer.complete("at last");

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).contains("at last");
    }
  }

  private static boolean takesAnotherByte(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  /// Reads all of a request, and answers when it may.
  private static final class Patient extends Handler.Abstract {
    private final CompletableFuture<String> answer;

    Patient(CompletableFuture<String> answer) {
      this.answer = answer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      var _ = Content.Source.asString(request, UTF_8);
      Content.Sink.write(response, true, answer.join(), callback);
      return true;
    }
  }
}
