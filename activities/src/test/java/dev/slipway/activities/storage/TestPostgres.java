package dev.slipway.activities.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// A real PostgreSQL for tests, one for each JVM: in a container where a Docker engine answers,
/// else an embedded one. Each test class takes a database of its own, copied from one that was
/// migrated by its owner.
public final class TestPostgres {

  private static final String IMAGE = "postgres:18-alpine";
  private static final String TEMPLATE = "slipway_template";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final String address;
  private final String password;

  private TestPostgres(String address, String password) {
    this.address = address;
    this.password = password;
  }

  /// Started at the first use, and ended with the JVM.
  private static final class Shared {
    static final TestPostgres SERVER = start();
  }

  /// A database with the schema and nothing in it.
  ///
  /// @param url without user and password
  public record Database(String url, String name) {

    /// What a Micronaut context needs to use it as the application's role.
    public Map<String, Object> properties() {
      Map<String, Object> properties = new HashMap<>();
      properties.put("datasources.default.url", url);
      properties.put("datasources.default.username", "slipway_app");
      properties.put("datasources.default.password", "slipway_app");
      properties.put("slipway.database.migrate", "false");
      properties.put("slipway.database.connections", "24");
      properties.put("slipway.secret-key", "a key that only tests have");
      properties.put("slipway.password.cost", "4");
      return properties;
    }

    /// A connection of the application's role.
    public Connection asApplication() throws SQLException {
      return DriverManager.getConnection(url, "slipway_app", "slipway_app");
    }

    /// A connection of the owner of the tables.
    public Connection asOwner() throws SQLException {
      return DriverManager.getConnection(url, "slipway_owner", "slipway_owner");
    }

    /// A connection above row-level security.
    public Connection asAdministrator() throws SQLException {
      return Shared.SERVER.connect(name);
    }
  }

  /// A new database.
  public static synchronized Database database() {
    TestPostgres server = Shared.SERVER;
    String name = "slipway_" + DATABASES.incrementAndGet();
    server.execute(
        "postgres", "create database " + name + " template " + TEMPLATE + " owner slipway_owner");
    return new Database(server.url(name), name);
  }

  /// A new database without the schema.
  public static synchronized Database emptyDatabase() {
    TestPostgres server = Shared.SERVER;
    String name = "slipway_" + DATABASES.incrementAndGet();
    server.execute("postgres", "create database " + name + " owner slipway_owner");
    return new Database(server.url(name), name);
  }

  private static TestPostgres start() {
    TestPostgres server = isDockerThere() ? inContainer() : embedded();
    server.execute(
        "postgres",
        "create role slipway_owner login password 'slipway_owner'",
        "create role slipway_app login password 'slipway_app'",
        "create database " + TEMPLATE + " owner slipway_owner");
    Flyway.configure()
        .dataSource(server.url(TEMPLATE), "slipway_owner", "slipway_owner")
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return server;
  }

  private static boolean isDockerThere() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException e) {
      return false;
    }
  }

  @SuppressWarnings("resource") // ends with the JVM
  private static TestPostgres inContainer() {
    tell("Tests use PostgreSQL in a container: " + IMAGE);
    PostgreSQLContainer container =
        new PostgreSQLContainer(IMAGE)
            .withUsername("postgres")
            .withPassword("postgres")
            .withDatabaseName("postgres")
            .withCommand("postgres -c fsync=off -c max_connections=600");
    container.start();
    return new TestPostgres(
        container.getHost() + ":" + container.getMappedPort(5432), container.getPassword());
  }

  private static TestPostgres embedded() {
    tell("Tests use the embedded PostgreSQL: no Docker engine answers");
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", "on") // the builder's default is off
              .setServerConfig("max_connections", "600")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
      return new TestPostgres("127.0.0.1:" + postgres.getPort(), "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("starting the embedded PostgreSQL", e);
    }
  }

  private static void stop(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("stopping the embedded PostgreSQL", e);
    }
  }

  @SuppressWarnings("SystemOut") // the choice belongs on the console, once
  private static void tell(String choice) {
    System.out.println(choice);
  }

  private String url(String database) {
    return "jdbc:postgresql://" + address + "/" + database;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", password);
  }

  private void execute(String database, String... commands) {
    try (Connection connection = connect(database);
        var statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("preparing the tests' PostgreSQL", e);
    }
  }
}
