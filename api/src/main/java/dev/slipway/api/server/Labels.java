package dev.slipway.api.server;

import dev.slipway.api.http.FieldErrors;
import java.util.Map;
import java.util.regex.Pattern;

/// The rules of labels: up to 32, keys and values short and plain.
final class Labels {

  private static final int MOST = 32;
  private static final Pattern KEY =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._/-]{0,61}[A-Za-z0-9])?");
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");

  private Labels() {}

  static void check(Map<String, String> labels, FieldErrors errors) {
    if (labels.size() > MOST) {
      errors.add("/labels", "too_many", "A server has at most " + MOST + " labels.");
    }
    labels.forEach((key, value) -> checkOne(key, value, errors));
  }

  /// Whether a server can have this label.
  static boolean isOne(String key, String value) {
    return KEY.matcher(key).matches() && VALUE.matcher(value).matches();
  }

  private static void checkOne(String key, String value, FieldErrors errors) {
    String pointer = "/labels/" + key.replace("~", "~0").replace("/", "~1");
    if (!KEY.matcher(key).matches()) {
      errors.add(
          pointer,
          "invalid_key",
          "A label's key has 1 to 63 letters, digits, dots, hyphens, underscores or slashes.");
    }
    if (!VALUE.matcher(value).matches()) {
      errors.add(
          pointer,
          "invalid_value",
          "A label's value has up to 63 letters, digits, dots, hyphens or underscores.");
    }
  }
}
