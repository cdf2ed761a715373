package dev.slipway.activities.storage;

import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RowLevelSecurityTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  @Test
  void a_transaction_sees_the_rows_of_its_tenant_only() {
    assertThat(tenantsSeenIn(Scope.of(NORTH))).containsExactly("ten_north");
    assertThat(tenantsSeenIn(Scope.of(SOUTH))).containsExactly("ten_south");
  }

  @Test
  void the_platform_sees_every_row() {
    assertThat(tenantsSeenIn(Scope.PLATFORM)).contains("ten_north", "ten_south");
  }

  @Test
  void a_nested_call_joins_the_outer_scope() {
    List<String> seen =
        STORAGE.get(Transactions.class).in(Scope.of(NORTH), () -> tenantsSeenIn(Scope.PLATFORM));

    assertThat(seen).containsExactly("ten_north");
  }

  @Test
  void a_query_outside_a_scope_sees_no_row_of_any_owned_table() throws SQLException {
    try (Connection connection = STORAGE.database().asApplication()) {
      for (String table : ownedTables()) {
        assertThat(texts(connection, "select 1 from " + table)).as(table).isEmpty();
      }
    }
  }

  @Test
  void a_connection_that_served_a_scope_sees_nothing_afterwards() throws SQLException {
    try (Connection connection = STORAGE.database().asApplication()) {
      connection.setAutoCommit(false);
      texts(connection, "select set_config('slipway.scope', '*', true)");
      assertThat(texts(connection, "select id from tenant")).isNotEmpty();
      connection.commit();

      assertThat(texts(connection, "select id from tenant")).isEmpty();
    }
  }

  @Test
  void every_table_but_the_shared_ones_forces_row_level_security() throws SQLException {
    String open =
        """
        select relname from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace
          and not (relrowsecurity and relforcerowsecurity)
          and relname not like 'sim\\_%'
        order by relname
        """;
    try (Connection connection = STORAGE.database().asOwner()) {
      assertThat(texts(connection, open))
          .containsExactly(
              "flyway_schema_history", "image", "location", "network", "plan", "worker");
    }
  }

  @Test
  void the_owner_is_bound_too() throws SQLException {
    try (Connection connection = STORAGE.database().asOwner()) {
      assertThat(texts(connection, "select id from tenant")).isEmpty();
    }
  }

  @Test
  void the_application_cannot_lift_the_policies() throws SQLException {
    try (Connection connection = STORAGE.database().asApplication()) {
      for (String command :
          List.of(
              "alter table tenant disable row level security",
              "alter table tenant no force row level security",
              "drop policy tenant_scope on tenant",
              "set role slipway_owner",
              "create or replace function slipway_sees(tenant text) returns boolean"
                  + " language sql return true",
              "truncate action")) {
        assertThatThrownBy(() -> execute(connection, command))
            .as(command)
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void a_tenant_cannot_write_a_row_of_another() {
    Sql sql = STORAGE.get(Sql.class);
    String insert = "insert into tenant (id, name, path) values ('ten_x', 'X', '/platform/x')";

    assertThatThrownBy(() ->
            STORAGE.get(Transactions.class).in(Scope.of(NORTH), () -> sql.of(insert).update()))
        .hasMessageContaining("row-level security");
  }

  @Test
  void what_was_decided_cannot_be_rewritten_by_the_application() throws SQLException {
    try (Connection connection = STORAGE.database().asApplication()) {
      assertThatThrownBy(() -> execute(connection, "update action_event set actor = 'nobody'"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(connection, "delete from action_event"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(connection, "delete from action_parking"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(connection, "delete from action_command"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void an_application_above_row_level_security_is_refused() {
    Map<String, Object> properties = STORAGE.database().properties();
    properties.put("datasources.default.username", "postgres");
    properties.put("datasources.default.password", "postgres");

    assertThatThrownBy(() -> ApplicationContext.run(properties, "test").getBean(Transactions.class))
        .rootCause()
        .hasMessageContaining("must not connect as postgres");
  }

  private static List<String> tenantsSeenIn(Scope scope) {
    Sql sql = STORAGE.get(Sql.class);
    return STORAGE
        .get(Transactions.class)
        .in(scope, () -> sql.of("select id from tenant order by id").list(row -> row.text("id")));
  }

  private static List<String> ownedTables() throws SQLException {
    String owned =
        """
        select relname from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity
        """;
    try (Connection connection = STORAGE.database().asOwner()) {
      return texts(connection, owned);
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts;
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
