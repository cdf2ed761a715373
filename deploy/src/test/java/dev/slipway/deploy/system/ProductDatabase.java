package dev.slipway.deploy.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The database of a running Slipway, as its superuser sees it: what no route shows.
///
/// @param slipway whose
public record ProductDatabase(SlipwayProcess slipway) {

  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// The number a query answers.
  public long number(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// Makes another database beside it, for what is compared with it.
  ///
  /// @return where it is, for a client that has the superuser's password
  public String beside(String name) {
    execute("create database " + name);
    return "jdbc:postgresql://127.0.0.1:" + slipway.port("postgres") + "/" + name;
  }

  /// The superuser's password.
  public String password() {
    return slipway.secret("postgres");
  }

  /// A connection of the superuser.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + slipway.port("postgres") + "/slipway",
        "postgres",
        password());
  }
}
