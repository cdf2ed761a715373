package dev.slipway.activities.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The diagrams of the data model against what the migrations make.
class DataModelTest {

  /// What the application's tables are not.
  private static final String HISTORY = "flyway_schema_history";

  private static final Pattern ENTITY = Pattern.compile(" {2}(\\w+) \\{");
  private static final Pattern COLUMN =
      Pattern.compile(" {4}(\\w+ \\w+(?: [PFU]K)?)(?: \"[^\"]+\")?");
  private static final Pattern RELATION = Pattern.compile(" {2}(\\w+) (\\S+) (\\w+) : .+");

  /// A line that a foreign key holds.
  private static final String SOLID = "--";

  /// A key of several columns is each one's; what is a primary key is not said to be another one.
  private static final String COLUMNS =
      """
      select c.relname, a.attname,
        case t.typname when 'int4' then 'integer' when 'int8' then 'bigint'
          when 'bool' then 'boolean' when '_text' then 'text_array' else t.typname end,
        case
          when exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'
            and a.attnum = any (k.conkey)) then ' PK'
          when exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
            and a.attnum = any (k.conkey)) then ' FK'
          when exists (select from pg_index i where i.indrelid = c.oid and i.indisunique
            and i.indpred is null and i.indkey::text = a.attnum::text) then ' UK'
          else '' end
      from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      order by c.relname, a.attnum
      """;

  private static final String REFERENCES =
      """
      select distinct confrelid::regclass || ' ' || conrelid::regclass from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid
      """;

  private static final Pattern DIAGRAM =
      Pattern.compile("```mermaid\nerDiagram\n(.*?)```", Pattern.DOTALL);
  private static final Path PAGE = Path.of("..", "docs", "developer", "data-model.md");

  private final List<String> lines = diagrams();

  /// The lines of all diagrams.
  private static List<String> diagrams() {
    try {
      return DIAGRAM
          .matcher(Files.readString(PAGE))
          .results()
          .flatMap(diagram -> diagram.group(1).lines())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + PAGE, e);
    }
  }

  /// The columns of each table, as a diagram writes them.
  private static Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (var connection = TestPostgres.database().asOwner();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        tables
            .computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
            .add(rows.getString(3) + " " + rows.getString(2) + rows.getString(4));
      }
    }
    tables.remove(HISTORY);
    return tables;
  }

  private static List<String> references() throws SQLException {
    List<String> references = new ArrayList<>();
    try (var connection = TestPostgres.database().asOwner();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(REFERENCES)) {
      while (rows.next()) {
        references.add(rows.getString(1));
      }
    }
    return references;
  }

  /// The columns of each table that a diagram takes apart; a line it cannot read is a fault.
  private Map<String, List<String>> drawn() {
    Map<String, List<String>> drawn = new TreeMap<>();
    List<String> inside = null;
    for (String line : lines) {
      Matcher entity = ENTITY.matcher(line);
      Matcher column = COLUMN.matcher(line);
      if (entity.matches()) {
        inside = new ArrayList<>();
        assertThat(drawn.put(entity.group(1), inside)).as(line).isNull();
      } else if (line.equals("  }")) {
        inside = null;
      } else if (inside != null) {
        assertThat(column.matches()).as("a column: '%s'", line).isTrue();
        inside.add(column.group(1));
      }
    }
    return drawn;
  }

  /// What stands at both ends of each line of a kind, `one many`.
  private List<String> related(String kind) {
    return lines.stream()
        .map(RELATION::matcher)
        .filter(line -> line.matches() && line.group(2).contains(kind))
        .map(line -> line.group(1) + " " + line.group(3))
        .toList();
  }

  @Test
  void every_table_is_drawn_and_nothing_else() throws SQLException {
    List<String> found = new ArrayList<>(drawn().keySet());
    related("").forEach(pair -> found.addAll(List.of(pair.split(" ", 2))));

    assertThat(found.stream().distinct()).containsExactlyInAnyOrderElementsOf(tables().keySet());
  }

  /// The simulated cloud is drawn without its columns: it is the outside world.
  @Test
  void a_table_that_is_taken_apart_shows_every_column_with_its_type_and_keys() throws SQLException {
    Map<String, List<String>> tables = tables();
    Map<String, List<String>> drawn = drawn();

    assertThat(drawn).isNotEmpty();
    assertThat(tables.keySet().stream().filter(name -> !drawn.containsKey(name)))
        .allMatch(name -> name.startsWith("sim_"));
    drawn.forEach((table, columns) ->
        assertThat(columns).as(table).containsExactlyInAnyOrderElementsOf(tables.get(table)));
  }

  @Test
  void every_reference_between_tables_is_a_solid_line() throws SQLException {
    assertThat(related(SOLID)).containsExactlyInAnyOrderElementsOf(references());
  }
}
