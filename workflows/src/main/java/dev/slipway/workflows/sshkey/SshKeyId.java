package dev.slipway.workflows.sshkey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The id of an SSH key, printed as `key_…`.
public record SshKeyId(@JsonValue String value) {

  /// The prefix that tells this kind of id from all others.
  public static final String PREFIX = "key";

  private static final Pattern FORM = Pattern.compile(PREFIX + "_[0-9a-z]{1,40}");

  /// @throws IllegalArgumentException when the text is not `key_` and 1 to 40 letters or digits
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SshKeyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of the form " + PREFIX + "_…: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
