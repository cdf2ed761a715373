package dev.slipway.api.http;

/// Text that PostgreSQL can keep: neither the character 0 nor half of a surrogate pair is in it.
public final class StorableText {

  /// What is wrong with any other text.
  static final String RULE = "must have neither the character 0 nor broken characters.";

  private static final int REPLACEMENT = 0xFFFD;

  private StorableText() {}

  static boolean is(String text) {
    return text.codePoints().allMatch(StorableText::isStorable);
  }

  /// The text with a replacement for each character that cannot be kept, or sent.
  public static String of(String text) {
    return text.codePoints()
        .map(each -> isStorable(each) ? each : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isStorable(int codePoint) {
    return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
  }
}
