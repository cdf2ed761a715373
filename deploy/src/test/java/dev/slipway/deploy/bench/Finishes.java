package dev.slipway.deploy.bench;

import dev.slipway.deploy.system.ProductDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Sees actions end, by what a trigger tells at the commit of each end. Who follows an action
/// otherwise is told of the many changes on the way too, and reading them is no part of an order.
final class Finishes implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LOOK_EVERY_MILLIS = 250;
  private static final String TRIGGER =
      """
      create or replace function tell_end() returns trigger language plpgsql as $$
        begin
          perform pg_notify('ends', new.id || ' ' || new.status);
          return null;
        end
      $$;
      create or replace trigger tell_end after update on action
        for each row when (old.finished_at is null and new.finished_at is not null)
        execute function tell_end();
      listen ends;
      """;

  private final Connection connection;
  private final Map<String, CompletableFuture<String>> ends = new ConcurrentHashMap<>();
  private final Thread watcher;
  private volatile boolean isClosed;

  Finishes(ProductDatabase database) throws SQLException {
    connection = database.connect();
    try (var statement = connection.createStatement()) {
      statement.execute(TRIGGER);
    }
    watcher = Thread.ofPlatform().daemon().start(this::watch);
  }

  /// Returns once an action has succeeded.
  void awaitSuccess(String action) {
    try {
      String status = end(action).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (!status.equals("succeeded")) {
        throw new AssertionError(action + " is " + status);
      }
    } catch (Exception e) {
      throw new AssertionError(action + " did not succeed", e);
    } finally {
      ends.remove(action);
    }
  }

  private CompletableFuture<String> end(String action) {
    return ends.computeIfAbsent(action, id -> new CompletableFuture<>());
  }

  private void watch() {
    try {
      PGConnection announcements = connection.unwrap(PGConnection.class);
      while (!isClosed) {
        for (PGNotification each : announcements.getNotifications(LOOK_EVERY_MILLIS)) {
          String[] told = each.getParameter().split(" ", 2);
          end(told[0]).complete(told[1]);
        }
      }
    } catch (SQLException e) {
      ends.values().forEach(each -> each.completeExceptionally(e));
    }
  }

  @Override
  public void close() throws SQLException {
    isClosed = true;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
