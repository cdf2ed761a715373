package dev.slipway.ui.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/// Jetty on a free port of the loopback address, with our errors and whatever a test puts into it.
final class LoopbackServer implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector;

  LoopbackServer() {
    this(new HttpConfiguration());
  }

  LoopbackServer(HttpConfiguration http) {
    this(new HttpConnectionFactory(http));
  }

  LoopbackServer(ConnectionFactory connections) {
    connector = new ServerConnector(server, connections);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.addConnector(connector);
    server.setErrorHandler(new EdgeErrors(JsonMapper.createDefault()));
  }

  LoopbackServer start(Handler handler) throws Exception {
    server.setHandler(handler);
    server.start();
    return this;
  }

  ServerConnector connector() {
    return connector;
  }

  URI address() {
    return URI.create("http://%s:%d".formatted(connector.getHost(), connector.getLocalPort()));
  }

  Socket connect() throws IOException {
    return new Socket(connector.getHost(), connector.getLocalPort());
  }

  /// What is answered to a request as it is written, which must ask for the connection's end.
  String answerTo(String request) throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  /// Answers everything with nothing.
  static final class Nothing extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      callback.succeeded();
      return true;
    }
  }
}
