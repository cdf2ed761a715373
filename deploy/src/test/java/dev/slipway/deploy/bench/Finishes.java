package dev.slipway.deploy.bench;

import dev.slipway.deploy.system.ProductDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/// Sees actions end, by what the database announces at each commit. A client of the API would be
/// answered at each of the many changes on the way, and reading them is no part of an order.
final class Finishes implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LOOK_EVERY_MILLIS = 250;
  private static final String ENDED =
      "select id, status from action where id = any(?) and finished_at is not null";

  private final Connection connection;
  private final Map<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();
  private final Thread watcher;
  private volatile boolean isClosed;

  Finishes(ProductDatabase database) throws SQLException {
    connection = database.connect();
    try (var statement = connection.createStatement()) {
      statement.execute("listen slipway_action");
    }
    watcher = Thread.ofPlatform().daemon().start(this::watch);
  }

  /// Returns once an action has succeeded.
  void awaitSuccess(String action) {
    try {
      String status =
          awaited
              .computeIfAbsent(action, id -> new CompletableFuture<>())
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (!status.equals("succeeded")) {
        throw new AssertionError(action + " is " + status);
      }
    } catch (Exception e) {
      throw new AssertionError(action + " did not succeed", e);
    } finally {
      awaited.remove(action);
    }
  }

  private void watch() {
    try {
      PGConnection announcements = connection.unwrap(PGConnection.class);
      while (!isClosed) {
        // what ended before it was awaited is found when this time is over
        announcements.getNotifications(LOOK_EVERY_MILLIS);
        if (!awaited.isEmpty()) {
          look();
        }
      }
    } catch (SQLException e) {
      awaited.values().forEach(each -> each.completeExceptionally(e));
    }
  }

  private void look() throws SQLException {
    Array ids = connection.createArrayOf("text", awaited.keySet().toArray());
    try (PreparedStatement statement = connection.prepareStatement(ENDED)) {
      statement.setArray(1, ids);
      try (ResultSet ended = statement.executeQuery()) {
        while (ended.next()) {
          CompletableFuture<String> waiting = awaited.get(ended.getString(1));
          if (waiting != null) {
            waiting.complete(ended.getString(2));
          }
        }
      }
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
