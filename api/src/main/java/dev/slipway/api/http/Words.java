package dev.slipway.api.http;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads query parameters whose values are words of a list.
public final class Words {

  private Words() {}

  /// The values of a parameter that may be repeated or hold several, separated by commas.
  public static <T> Set<T> all(
      String name,
      @Nullable List<String> given,
      Function<String, Optional<T>> meaning,
      FieldErrors errors) {
    Set<T> found = new LinkedHashSet<>();
    if (given != null) {
      given.stream()
          .flatMap(each -> Arrays.stream(each.split(",", -1)))
          .forEach(word -> one(name, word, meaning, errors).ifPresent(found::add));
    }
    return found;
  }

  /// The value of a parameter.
  public static <T> Optional<T> one(
      String name,
      @Nullable String given,
      Function<String, Optional<T>> meaning,
      FieldErrors errors) {
    if (given == null) {
      return Optional.empty();
    }
    Optional<T> found = meaning.apply(given);
    if (found.isEmpty()) {
      errors.add("/" + name, "unknown", "There is no " + name + " " + given + ".");
    }
    return found;
  }

  /// Whether a switch is on; left out, it is off.
  ///
  /// @throws ProblemException `invalid_input`
  public static boolean isTrue(String name, @Nullable String given) {
    if (given == null || given.equals("false")) {
      return false;
    }
    if (given.equals("true")) {
      return true;
    }
    throw ProblemException.invalid("/" + name, "type", name + " is true or false.");
  }
}
