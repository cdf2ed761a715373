package dev.slipway.activities.storage;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a database that is away from a statement that is wrong.
final class Outage {

  /// Shut down by an administrator, crashed, starting up; full; read-only after a failover. Source:
  /// PostgreSQL, appendix A, *Error Codes*.
  private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300", "25006");

  private Outage() {}

  /// Whether the database's absence is behind an exception.
  static boolean isCauseOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (isOne(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(Throwable cause) {
    return switch (cause) {
      case CannotGetJdbcConnectionException _ -> true;
      // Thrown for a pooled connection that died unnoticed, without a state that tells.
      case ConnectionException _ -> true;
      case SQLTransientConnectionException _ -> true;
      case SQLNonTransientConnectionException _ -> true;
      case SQLRecoverableException _ -> true;
      case SQLException sql -> isState(sql.getSQLState());
      default -> false;
    };
  }

  private static boolean isState(@Nullable String state) {
    return state != null && (state.startsWith("08") || STATES.contains(state));
  }
}
