package dev.slipway.activities.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One row of a result; columns by name. A method without `OrNull` refuses a null.
public final class Row {

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /// Makes something of a row.
  @FunctionalInterface
  public interface Reader<T> {
    /// Reads the row; must not keep it.
    T read(Row row) throws SQLException;
  }

  /// A text.
  public String text(String column) throws SQLException {
    return present(column, textOrNull(column));
  }

  /// A text, or null.
  public @Nullable String textOrNull(String column) throws SQLException {
    return result.getString(column);
  }

  /// A whole number.
  public int integer(String column) throws SQLException {
    return present(column, integerOrNull(column));
  }

  /// A whole number, or null.
  public @Nullable Integer integerOrNull(String column) throws SQLException {
    return result.getObject(column, Integer.class);
  }

  /// A large whole number.
  public long large(String column) throws SQLException {
    return present(column, result.getObject(column, Long.class));
  }

  /// A claim.
  public boolean isTrue(String column) throws SQLException {
    return present(column, isTrueOrNull(column));
  }

  /// A claim, or null.
  public @Nullable Boolean isTrueOrNull(String column) throws SQLException {
    return result.getObject(column, Boolean.class);
  }

  /// A time.
  public Instant instant(String column) throws SQLException {
    return present(column, instantOrNull(column));
  }

  /// A time, or null.
  public @Nullable Instant instantOrNull(String column) throws SQLException {
    OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// Bytes, or null.
  public byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return result.getBytes(column);
  }

  /// An array of texts.
  public List<String> texts(String column) throws SQLException {
    return List.of((String[]) present(column, result.getArray(column)).getArray());
  }

  private static <T> T present(String column, @Nullable T value) {
    return Objects.requireNonNull(value, () -> column + " is null");
  }
}
