package dev.slipway.activities.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.catalog.Catalog;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void an_empty_database_is_brought_up_to_date_by_its_owner_at_start() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    Map<String, Object> properties = database.properties();
    properties.put("slipway.database.migrate", "true");
    properties.put("slipway.database.owner-url", database.url());
    properties.put("slipway.database.owner-username", "slipway_owner");
    properties.put("slipway.database.owner-password", "slipway_owner");

    ApplicationContext.run(properties, "test").close();
    try (ApplicationContext again = ApplicationContext.run(properties, "test")) {
      assertThat(again.getBean(Catalog.class).plans()).isNotEmpty();
    }
  }

  @Test
  void decisions_that_were_kept_with_a_steps_inputs_are_kept_apart_from_them() throws SQLException {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    migrate(database, "0056");
    write(
        database,
        """
        insert into tenant (id, name, path) values ('ten_1', 'North', '/north');
        insert into action
          (id, tenant_id, type, status, resource_type, resource_id, requested_by_id,
           requested_by_type, order_json, created_at, written_at, correlation_id)
        values ('act_1', 'ten_1', 'create_server', 'running', 'server', 'srv_1', 'usr_1', 'user',
          '{}', '2026-01-01', '2026-01-01', 'cor_1');
        insert into action_step
          (action_id, tenant_id, step, label, position, status, p50_ms, p95_ms, inputs, edited)
        values
          ('act_1', 'ten_1', 'reserve-capacity', '', 0, 'undoing', 1, 1, '{}',
           '{"location":"sim-2"}'),
          ('act_1', 'ten_1', 'create-machine', '', 1, 'done', 1, 1,
           '{"request":{"image":"debian-13"},"externalId":"vm-7"}', null)
        """);

    migrate(database, "latest");

    assertThat(
            texts(database, "select edits_due ->> 'location' from action_step order by position"))
        .containsExactly("sim-2", null);
    assertThat(texts(database, "select adopting from action_step order by position"))
        .containsExactly(null, "vm-7");
    assertThat(texts(database, "select inputs ->> 'image' from action_step order by position"))
        .containsExactly(null, "debian-13");
  }

  @Test
  void what_is_parked_when_parkings_begin_to_be_kept_is_kept_too() throws SQLException {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    migrate(database, "0070");
    write(
        database,
        """
        insert into tenant (id, name, path) values ('ten_1', 'North', '/north');
        insert into action
          (id, tenant_id, type, status, resource_type, resource_id, requested_by_id,
           requested_by_type, order_json, created_at, written_at, correlation_id, parking_number,
           parking_step, parking_phase, parking_cause, parking_since)
        select id, 'ten_1', 'create_server', status, 'server', id, 'usr_1', 'user', '{}',
          '2026-01-01', '2026-01-01', 'cor_1', 2, 'create-machine', 'forward', 'quota', since
        from (values ('act_1', 'parked', timestamptz '2026-01-02'),
                     ('act_2', 'running', null)) a (id, status, since)
        """);

    migrate(database, "latest");

    assertThat(
            texts(database, "select concat_ws(' ', action_id, number, cause) from action_parking"))
        .containsExactly("act_1 2 quota");
  }

  private static void write(TestPostgres.Database database, String text) throws SQLException {
    try (var connection = database.asAdministrator();
        var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static void migrate(TestPostgres.Database database, String version) {
    Flyway.configure()
        .dataSource(database.url(), "slipway_owner", "slipway_owner")
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  private static List<@Nullable String> texts(TestPostgres.Database database, String query)
      throws SQLException {
    List<@Nullable String> found = new ArrayList<>();
    try (var connection = database.asAdministrator();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Test
  void every_migration_says_why_and_is_named_by_four_digits_and_a_verb() throws Exception {
    List<Path> files = files();

    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertThat(file.getFileName().toString()).matches("V\\d{4}__[a-z]+(_[a-z0-9]+)+\\.sql");
      assertThat(Files.readAllLines(file).getFirst()).as(file.toString()).startsWith("-- why: ");
    }
  }

  @Test
  void every_foreign_key_is_indexed() throws SQLException {
    String bare =
        """
        select conrelid::regclass || ' ' || conname
        from pg_constraint c
        where contype = 'f' and connamespace = 'public'::regnamespace
          and not exists (
            select from pg_index i
            where i.indrelid = c.conrelid
              and (string_to_array(i.indkey::text, ' ')::smallint[])[1:cardinality(c.conkey)]
                    @> c.conkey)
        """;
    List<String> missing = new ArrayList<>();
    try (var connection = TestPostgres.database().asOwner();
        var statement = connection.createStatement();
        var result = statement.executeQuery(bare)) {
      while (result.next()) {
        missing.add(result.getString(1));
      }
    }

    assertThat(missing).isEmpty();
  }

  private static List<Path> files() throws IOException, URISyntaxException {
    URL folder =
        Objects.requireNonNull(MigrationsTest.class.getClassLoader().getResource("db/migration"));
    try (var files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    }
  }
}
