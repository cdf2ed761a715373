package dev.slipway.activities.storage;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first connection of a process, before there is a pool: waits for a database that is not up
/// yet, as it is when both were started at once.
@Singleton
final class FirstContact {

  private static final Logger LOG = LoggerFactory.getLogger(FirstContact.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SAY_EVERY = Duration.ofSeconds(15);

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
    long begin = System.nanoTime();
    Duration said = Duration.ZERO;
    for (SQLException away = absence(); away != null; away = absence()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      if (waited.compareTo(settings.startPatience()) >= 0) {
        throw new IllegalStateException(
            "The database at %s did not answer within %s (slipway.database.start-patience)"
                .formatted(pool.getUrl(), words(settings.startPatience())),
            away);
      }
      if (said.isZero() || waited.minus(said).compareTo(SAY_EVERY) >= 0) {
        said = waited;
        LOG.warn(
            "The database does not answer, waiting for it url={} waited={} at_most={} reason={}",
            pool.getUrl(),
            words(waited),
            words(settings.startPatience()),
            away.getMessage());
      }
      pause();
    }
    if (!said.isZero()) {
      LOG.info("The database answers now url={}", pool.getUrl());
    }
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

  private @Nullable SQLException absence() {
    try {
      connect().close();
      return null;
    } catch (SQLException refused) {
      return Outage.isCauseOf(refused) ? refused : null;
    }
  }

  private static String words(Duration time) {
    return time.toSeconds() + "s";
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for the database", stopped);
    }
  }
}
