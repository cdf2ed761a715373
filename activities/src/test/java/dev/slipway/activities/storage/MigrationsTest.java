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
