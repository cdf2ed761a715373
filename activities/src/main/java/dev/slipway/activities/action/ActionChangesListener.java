package dev.slipway.activities.action;

import dev.slipway.workflows.action.ActionChanges;
import dev.slipway.workflows.step.WireJson;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of changes on one connection of its own, which it keeps alive and opens again when it is
/// lost. It listens from the first subscription on.
@Singleton
final class ActionChangesListener implements ActionChanges {

  private static final Logger LOG = LoggerFactory.getLogger(ActionChangesListener.class);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final DatasourceConfiguration pool;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean isStarted = new AtomicBoolean();
  private volatile boolean isClosed;
  private volatile @Nullable Connection connection;
  private volatile @Nullable Thread thread;

  ActionChangesListener(DatasourceConfiguration pool) {
    this.pool = pool;
  }

  private record News(String id, String tenant, String resource, long version) {}

  @Override
  public Subscription subscribe(Listener listener) {
    listeners.add(listener);
    if (!isClosed && isStarted.compareAndSet(false, true)) {
      thread = Thread.ofVirtual().name("action-changes").start(this::run);
    }
    return () -> listeners.remove(listener);
  }

  @PreDestroy
  void close() {
    isClosed = true;
    Thread running = thread;
    if (running != null) {
      LockSupport.unpark(running);
    }
    disconnect();
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!isClosed) {
      try (Connection open = connect()) {
        connection = open;
        pause = FIRST_PAUSE;
        tell(Listener::missedSome);
        hearUntilLost(open);
      } catch (SQLException | RuntimeException e) {
        if (!isClosed) {
          LOG.warn(
              "The connection that hears of changes was lost retry_in={} cause={}",
              pause,
              e.toString());
          LockSupport.parkNanos(pause.toNanos());
          pause = pause.multipliedBy(2);
          pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
      }
    }
  }

  private Connection connect() throws SQLException {
    Properties login = new Properties();
    if (pool.getUsername() != null) {
      login.setProperty("user", pool.getUsername());
    }
    if (pool.getPassword() != null) {
      login.setProperty("password", pool.getPassword());
    }
    login.setProperty("ApplicationName", "slipway changes");
    login.setProperty("tcpKeepAlive", "true");
    login.setProperty("connectTimeout", "3");
    Connection open = DriverManager.getConnection(pool.getUrl(), login);
    try (var statement = open.createStatement()) {
      statement.execute("listen " + Announcements.CHANNEL);
    } catch (SQLException e) {
      open.close();
      throw e;
    }
    return open;
  }

  private void hearUntilLost(Connection open) throws SQLException {
    try {
      hear(open);
    } finally {
      tell(Listener::lost);
    }
  }

  private void hear(Connection open) throws SQLException {
    PGConnection postgres = open.unwrap(PGConnection.class);
    while (!isClosed) {
      PGNotification[] heard = postgres.getNotifications((int) IDLE.toMillis());
      if (heard == null || heard.length == 0) {
        askWhetherAlive(open);
      } else {
        for (PGNotification one : heard) {
          News news = WireJson.read(one.getParameter(), News.class);
          var change = new ActionChange(news.id(), news.tenant(), news.resource(), news.version());
          tell(listener -> listener.changed(change));
        }
      }
    }
  }

  private static void askWhetherAlive(Connection open) throws SQLException {
    try (var statement = open.createStatement()) {
      statement.setQueryTimeout(5);
      statement.execute("select 1");
    }
  }

  private void tell(Consumer<Listener> news) {
    for (Listener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("somebody who hears of changes failed", e);
      }
    }
  }

  private void disconnect() {
    Connection open = connection;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("closing the connection that hears of changes", e);
      }
    }
  }
}
