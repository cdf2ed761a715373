package dev.slipway.activities.storage;

import dev.slipway.workflows.tenant.Scope;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.jdbc.runtime.PreparedStatementCallback;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// Runs visible SQL in the caller's transaction; `:name` outside quotes stands for a value. Where
/// the caller only reads, each statement is a transaction that names the scope itself, and goes to
/// the database with it in one message.
@Singleton
public final class Sql {

  private static final Pattern NAME = Pattern.compile("'[^']*'|(?<!:):([a-zA-Z]\\w*)");
  private static final String UNIQUE_VIOLATION = "23505";

  /// The transaction is begun in words: the driver may part the message, and what no one began
  /// would end there.
  private static final String READING =
      """
      begin read only;
      select set_config('slipway.scope', ?, true);
      %s
      ; commit
      """;

  private static final int MOST_KEPT = 1_000;

  private record NoText() {}

  private static final NoText NO_TEXT = new NoText();

  private final JdbcOperations jdbc;
  private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

  Sql(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  private record Parsed(String text, String reading, List<String> names) {

    static Parsed of(String text) {
      List<String> names = new ArrayList<>();
      Matcher matcher = NAME.matcher(text);
      String plain =
          matcher.replaceAll(found -> {
            String name = found.group(1);
            if (name == null) {
              return Matcher.quoteReplacement(found.group());
            }
            names.add(name);
            return "?";
          });
      return new Parsed(plain, READING.formatted(plain), names);
    }
  }

  /// A statement to be given its values.
  public Statement of(String text) {
    if (parsed.size() > MOST_KEPT) {
      // the text of a list names its page, and there is no end of pages
      parsed.clear();
    }
    return new Statement(parsed.computeIfAbsent(text, Parsed::of));
  }

  /// A statement and its values.
  public final class Statement {

    private final Parsed parsed;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    private Statement(Parsed parsed) {
      this.parsed = parsed;
    }

    /// Gives a value: text, number, boolean, [Instant], bytes, or a collection of texts as an
    /// array.
    public Statement with(String name, @Nullable Object value) {
      values.put(name, value);
      return this;
    }

    /// Gives a text, or null where the statement must be the same one either way: the database
    /// prepares a statement anew when a value's type changes.
    public Statement withText(String name, @Nullable String value) {
      return with(name, value == null ? NO_TEXT : value);
    }

    /// Gives several values.
    public Statement withAll(Map<String, ? extends @Nullable Object> more) {
      values.putAll(more);
      return this;
    }

    /// The rows.
    public <T> List<T> list(Row.Reader<T> reader) {
      return run(statement -> {
        try (ResultSet result = statement.getResultSet()) {
          List<T> rows = new ArrayList<>();
          Row row = new Row(result);
          while (result.next()) {
            rows.add(reader.read(row));
          }
          return rows;
        }
      });
    }

    /// The only row, if there is one.
    public <T> Optional<T> one(Row.Reader<T> reader) {
      List<T> rows = list(reader);
      if (rows.size() > 1) {
        throw new IllegalStateException(rows.size() + " rows instead of one: " + parsed.text());
      }
      return rows.stream().findFirst();
    }

    /// Writes.
    ///
    /// @return how many rows were written
    public int update() {
      return run(PreparedStatement::getUpdateCount);
    }

    private <T> T run(PreparedStatementCallback<T> answer) {
      Scope unnamed = CurrentScope.unnamed();
      try {
        return unnamed == null ? run(parsed.text(), answer) : run(unnamed, answer);
      } catch (DataAccessException e) {
        throw translated(e);
      }
    }

    private <T> T run(String text, PreparedStatementCallback<T> answer) {
      return jdbc.prepareStatement(
          text,
          statement -> {
            bindAll(statement, 1);
            statement.execute();
            return answer.call(statement);
          });
    }

    private <T> T run(Scope scope, PreparedStatementCallback<T> answer) {
      return jdbc.prepareStatement(
          parsed.reading(),
          statement -> {
            if (!statement.getConnection().getAutoCommit()) {
              throw new IllegalStateException("reads inside a transaction that has no scope");
            }
            statement.setString(1, scope.setting());
            bindAll(statement, 2);
            executeReading(statement);
            return answer.call(statement);
          });
    }

    /// The results of the beginning and of the scope come before that of the statement.
    private static void executeReading(PreparedStatement statement) throws SQLException {
      try {
        statement.execute();
        statement.getMoreResults();
        statement.getMoreResults();
      } catch (SQLException e) {
        rollBack(statement.getConnection(), e);
        throw e;
      }
    }

    private static void rollBack(Connection connection, SQLException failure) {
      try (var statement = connection.createStatement()) {
        statement.execute("rollback");
      } catch (SQLException lost) {
        failure.addSuppressed(lost);
      }
    }

    private void bindAll(PreparedStatement statement, int first) throws SQLException {
      int index = first;
      for (String name : parsed.names()) {
        if (!values.containsKey(name)) {
          throw new IllegalStateException("no value for :" + name + " in " + parsed.text());
        }
        bind(statement, index++, values.get(name));
      }
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(index, null);
      case NoText _ -> statement.setNull(index, Types.VARCHAR);
      case Instant time ->
          statement.setObject(index, time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      case Collection<?> texts ->
          statement.setArray(
              index, statement.getConnection().createArrayOf("text", texts.toArray()));
      default -> statement.setObject(index, value);
    }
  }

  private static RuntimeException translated(DataAccessException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        var details = sql.getServerErrorMessage();
        return new UniqueViolationException(details == null ? null : details.getConstraint(), e);
      }
    }
    return e;
  }
}
