package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTest {

  private static final int SECONDS = 10;

  @TempDir static Path root;
  private static DataDirectory data;
  private static LocalPostgres postgres;

  @BeforeAll
  static void open() {
    data = DataDirectory.open(root);
    postgres = LocalPostgres.open(TestEnvironment.inMemory(root), data);
  }

  @AfterAll
  static void close() {
    postgres.close();
    data.close();
  }

  @Test
  void it_is_postgresql_18() throws Exception {
    assertThat(answer(postgres.app(), "SHOW server_version")).startsWith("18.");
  }

  @Test
  void neither_role_is_a_superuser_or_passes_row_level_security() throws Exception {
    String count =
        "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'slipway%' AND NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)";

    assertThat(answer(postgres.app(), count)).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (id int)",
        "CREATE TEMPORARY TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE EXTENSION pgcrypto",
        "SET ROLE slipway_owner"
      })
  void the_application_role_cannot_make_anything_its_own(String statement) {
    assertThatThrownBy(() -> run(postgres.app(), statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void the_owner_role_owns_the_database_and_may_migrate_it() throws Exception {
    run(postgres.owner(), "CREATE TABLE migrated (id int); DROP TABLE migrated");

    String owner =
        "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()";
    assertThat(answer(postgres.owner(), owner)).isEqualTo("slipway_owner");
  }

  @Test
  void nobody_gets_in_without_the_password() {
    DatabaseLogin guess = new DatabaseLogin(postgres.app().url(), "slipway_app", "guess");

    assertThatThrownBy(() -> run(guess, "SELECT 1")).hasMessageContaining("password");
  }

  @Test
  void it_keeps_its_passwords_from_others() throws Exception {
    assertThat(Files.getPosixFilePermissions(root.resolve("secrets/slipway_app"))).hasSize(2);
    assertThat(postgres.app().toString()).doesNotContain(postgres.app().password());
  }

  private static void run(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect(SECONDS);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect(SECONDS);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
