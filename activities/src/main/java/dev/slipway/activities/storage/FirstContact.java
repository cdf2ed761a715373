package dev.slipway.activities.storage;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/// The first connection of a process, before there is a pool: waits for a database that is not up
/// yet, as it is when both were started at once.
@Singleton
final class FirstContact {

  private final DatabaseSettings settings;
  private final DatasourceConfiguration pool;

  FirstContact(DatabaseSettings settings, DatasourceConfiguration pool) {
    this.settings = settings;
    this.pool = pool;
  }

  /// Returns once the database answers, be it with a refusal: a wrong password is not waited for.
  ///
  /// @throws IllegalStateException when it stays away for longer than is configured
  void await() {
    patience().until(this::absence);
  }

  /// How the process waits for the database.
  StartupWait patience() {
    return new StartupWait(
        "the database", pool.getUrl(), settings.startPatience(), "slipway.database.start-patience");
  }

  /// A connection of the application's role.
  Connection connect() throws SQLException {
    Properties login = new Properties();
    login.setProperty("connectTimeout", "3");
    login.setProperty("socketTimeout", "15");
    if (pool.getUsername() != null) {
      login.setProperty("user", pool.getUsername());
    }
    if (pool.getPassword() != null) {
      login.setProperty("password", pool.getPassword());
    }
    return DriverManager.getConnection(pool.getUrl(), login);
  }

  private Optional<Exception> absence() {
    try {
      connect().close();
      return Optional.empty();
    } catch (SQLException refused) {
      return Outage.isCauseOf(refused) ? Optional.of(refused) : Optional.empty();
    }
  }
}
