package dev.slipway.workflows.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The id of a user, printed as `usr_…`.
public record UserId(@JsonValue String value) {

  /// The prefix that tells this kind of id from all others.
  public static final String PREFIX = "usr";

  private static final Pattern FORM = Pattern.compile(PREFIX + "_[0-9a-z]{1,40}");

  /// @throws IllegalArgumentException when the text is not `usr_` and 1 to 40 letters or digits
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of the form " + PREFIX + "_…: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
