package dev.slipway.activities.storage;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema up to date as its owner before the application's pool is used, and refuses an
/// application role that row-level security does not bind.
@Singleton
final class Schema implements BeanCreatedEventListener<DataSource> {

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private final DatabaseSettings settings;
  private final DatasourceConfiguration pool;
  private final FirstContact database;

  Schema(DatabaseSettings settings, DatasourceConfiguration pool, FirstContact database) {
    this.settings = settings;
    this.pool = pool;
    this.database = database;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    database.await();
    if (settings.migrate()) {
      migrate();
    }
    refuseUnboundRole();
    return event.getBean();
  }

  private void migrate() {
    String url = settings.ownerUrl();
    var flyway = Flyway.configure();
    if (url == null) {
      flyway.dataSource(pool.getUrl(), pool.getUsername(), pool.getPassword());
    } else {
      flyway.dataSource(url, settings.ownerUsername(), settings.ownerPassword());
    }
    var result =
        flyway.locations("classpath:db/migration").validateMigrationNaming(true).load().migrate();
    LOG.info(
        "schema is current schema_version={} migrations_applied={}",
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
  }

  /// A superuser sees every row whatever the policies say.
  private void refuseUnboundRole() {
    String role = unboundRole();
    if (role != null) {
      throw new IllegalStateException(
          "The application must not connect as "
              + role
              + ": it is above row-level security. Use the role slipway_app"
              + " (datasources.default.username), and the owner for migrations only.");
    }
  }

  private @Nullable String unboundRole() {
    String question =
        """
        select rolname from pg_roles
        where rolname = current_user and (rolsuper or rolbypassrls)
        """;
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException("asking for the application's role at " + pool.getUrl(), e);
    }
  }
}
