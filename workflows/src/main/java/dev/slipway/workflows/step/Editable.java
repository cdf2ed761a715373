package dev.slipway.workflows.step;

import java.util.function.BiFunction;

/// A field of a step's request that an operator may change with `retry_with`.
///
/// @param <Q> the request
/// @param field its name in `inputs`
/// @param pattern the regular expression a value must match, shown as the field's schema
/// @param edit makes the request with the new value
public record Editable<Q>(String field, String pattern, BiFunction<Q, String, Q> edit) {

  /// Whether a value has the right form.
  public boolean accepts(Object value) {
    return value instanceof String text && text.matches(pattern);
  }
}
