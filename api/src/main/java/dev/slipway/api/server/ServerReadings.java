package dev.slipway.api.server;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.workflows.server.ServerName;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the fields of whatever is to be made are read, be it ordered or made by hand; each fault is
/// pointed at, none ends the reading.
public final class ServerReadings {

  private ServerReadings() {}

  /// The field `name`.
  public static Optional<ServerName> name(@Nullable String given, FieldErrors errors) {
    if (given == null) {
      errors.add("/name", "required", "Give the server a name.");
      return Optional.empty();
    }
    try {
      return Optional.of(new ServerName(given));
    } catch (IllegalArgumentException wrong) {
      errors.add("/name", "invalid_name", wrong.getMessage() + ".");
      return Optional.empty();
    }
  }

  /// What a field refers to.
  ///
  /// @param noun the field, and what it refers to
  /// @param reference an id or a code
  /// @param lookup finds it
  public static <T> Optional<T> known(
      String noun,
      @Nullable String reference,
      Function<String, Optional<T>> lookup,
      FieldErrors errors) {
    if (reference == null || reference.isBlank()) {
      errors.add("/" + noun, "required", "Name the " + noun + ".");
      return Optional.empty();
    }
    Optional<T> found = lookup.apply(reference);
    if (found.isEmpty()) {
      errors.add("/" + noun, "unknown", "There is no such " + noun + ".");
    }
    return found;
  }
}
