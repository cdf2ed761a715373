package dev.slipway.deploy.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The database of a running Slipway, as its superuser sees it: what no route shows.
///
/// @param slipway whose
record ProductDatabase(SlipwayProcess slipway) {

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// The number a query answers.
  long number(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private Connection connect() throws SQLException {
    try {
      String password =
          Files.readString(slipway.data().resolve("secrets").resolve("postgres")).strip();
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + slipway.port("postgres") + "/slipway",
          "postgres",
          password);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the password", e);
    }
  }
}
