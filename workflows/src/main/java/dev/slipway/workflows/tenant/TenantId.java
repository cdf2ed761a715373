package dev.slipway.workflows.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/// The id of a tenant, printed as `ten_…`.
public record TenantId(@JsonValue String value) {

  /// The prefix that tells this kind of id from all others.
  public static final String PREFIX = "ten";

  private static final Pattern FORM = Pattern.compile(PREFIX + "_[0-9a-z]{1,40}");

  /// @throws IllegalArgumentException when the text is not `ten_` and 1 to 40 letters or digits
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TenantId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of the form " + PREFIX + "_…: " + value);
    }
  }

  /// The id that a text is; empty where it cannot be one.
  public static Optional<TenantId> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new TenantId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
