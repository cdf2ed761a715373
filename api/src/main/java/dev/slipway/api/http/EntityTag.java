package dev.slipway.api.http;

import java.util.regex.Pattern;

/// The name of a version, as `ETag` tells it and conditions name it (RFC 9110, 8.8.3).
///
/// @param value with its quotes
public record EntityTag(String value) {

  private static final String ANY = "*";
  private static final Pattern TAGS = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

  /// The tag of a version.
  public static EntityTag of(long version) {
    return new EntityTag("\"" + version + "\"");
  }

  /// Whether an `If-Match` names this version, or any; a weak tag names none (RFC 9110, 13.1.1).
  public boolean isIn(String condition) {
    return condition.strip().equals(ANY)
        || TAGS.matcher(condition)
            .results()
            .anyMatch(tag -> tag.group(1) == null && tag.group(2).equals(value));
  }
}
