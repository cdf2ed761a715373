package dev.slipway.ui.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/// Ends connections whose request is still arriving after a time in which every honest one has
/// arrived. The idle time-out does not: a byte now and then is no silence.
final class SlowClients extends AbstractLifeCycle implements Connection.Listener {
  private static final int LOOKS = 4;

  private final Connector connector;
  private final Duration patience;
  private final Map<HttpConnection, Arrival> open = new ConcurrentHashMap<>();

  SlowClients(Connector connector, Duration patience) {
    this.connector = connector;
    this.patience = patience;
  }

  /// @param request how many requests came over the connection before
  /// @param since when it had not begun to arrive yet
  private record Arrival(long request, long since) {}

  @Override
  protected void doStart() {
    scheduleLook();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http) {
      open.put(http, new Arrival(0, System.nanoTime()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  private void scheduleLook() {
    var _ =
        connector
            .getScheduler()
            .schedule(this::look, patience.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (isRunning()) {
      open.keySet().forEach(this::look);
      scheduleLook();
    }
  }

  private void look(HttpConnection connection) {
    long now = System.nanoTime();
    var arrival =
        open.computeIfPresent(
            connection,
            (_, before) ->
                isArriving(connection) && before.request() == connection.getMessagesIn()
                    ? before
                    : new Arrival(connection.getMessagesIn(), now));
    if (arrival != null
        && now - arrival.since() > patience.toNanos()
        && open.remove(connection, arrival)) {
      giveUp(connection);
    }
  }

  /// Says `408` to whoever sent the head of a request and not its body, and hangs up.
  private void giveUp(HttpConnection connection) {
    var late = new TimeoutException("the request did not arrive in time");
    var _ =
        connector
            .getScheduler()
            .schedule(
                () -> connection.getEndPoint().close(late),
                patience.toMillis() / LOOKS,
                TimeUnit.MILLISECONDS);
    Runnable refusal =
        connection
            .getHttpChannel()
            .onFailure(
                new HttpException.RuntimeException(
                    HttpStatus.REQUEST_TIMEOUT_408, late.getMessage(), late));
    if (refusal != null) {
      connector.getExecutor().execute(refusal);
    }
  }

  private static boolean isArriving(HttpConnection connection) {
    HttpParser parser = connection.getParser();
    return !parser.isStart() && !parser.isComplete() && !parser.isClose() && !parser.isClosed();
  }
}
