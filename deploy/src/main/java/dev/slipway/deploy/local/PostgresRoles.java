package dev.slipway.deploy.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The two roles of the embedded database, as a production database has them: the owner runs
/// migrations, the application owns nothing and is held by row-level security.
final class PostgresRoles {

  static final String OWNER = "slipway_owner";
  static final String APP = "slipway_app";
  static final String DATABASE = "slipway";

  private static final int SECONDS = 30;

  private final PostgresCluster cluster;
  private final int port;

  PostgresRoles(PostgresCluster cluster, int port) {
    this.cluster = cluster;
    this.port = port;
  }

  /// Makes what is missing and sets the rest right; safe at every start.
  void ensure() {
    try (Connection connection = cluster.superuser(port).connect(SECONDS);
        Statement statement = connection.createStatement()) {
      ensureRole(statement, cluster.login(port, DATABASE, OWNER));
      ensureRole(statement, cluster.login(port, DATABASE, APP));
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
      }
      statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APP);
    } catch (SQLException e) {
      throw new StartFailedException("setting up the database roles: " + e.getMessage(), e);
    }
  }

  private static void ensureRole(Statement statement, DatabaseLogin login) throws SQLException {
    if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + login.user() + "'")) {
      statement.execute("CREATE ROLE " + login.user());
    }
    statement.execute(
        "ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'"
            .formatted(login.user(), login.password()));
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }
}
