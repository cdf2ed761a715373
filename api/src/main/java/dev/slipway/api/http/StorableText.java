package dev.slipway.api.http;

/// Text that PostgreSQL can keep: neither the character 0 nor half of a surrogate pair is in it.
final class StorableText {

  /// What is wrong with any other text.
  static final String RULE = "must have neither the character 0 nor broken characters.";

  private StorableText() {}

  static boolean is(String text) {
    return text.codePoints()
        .noneMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE);
  }
}
