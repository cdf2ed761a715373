package dev.slipway.workflows.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A server's name: an RFC 1123 label, unique per tenant while the server exists.
public record ServerName(@JsonValue String value) {

  /// The longest a label may be.
  public static final int MAX_LENGTH = 63;

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

  /// @throws IllegalArgumentException with a sentence a person can act on
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ServerName {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("A name has 1 to " + MAX_LENGTH + " characters");
    }
    if (!LABEL.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A name has lower-case letters, digits and hyphens, with no hyphen at either end");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
