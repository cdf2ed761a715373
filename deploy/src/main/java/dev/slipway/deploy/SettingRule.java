package dev.slipway.deploy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;

/// What the value of a setting must be.
///
/// @param isMet whether a value, which is not blank, obeys
/// @param says the rule as it goes on from *must be*
/// @param isSecret whether the value is never shown
record SettingRule(Predicate<String> isMet, String says, boolean isSecret) {

  static final SettingRule SWITCH = open(value -> value.matches("(?i)true|false"), "true or false");
  static final SettingRule PORT =
      open(value -> isWhole(value, 65_535), "a whole number from 0 to 65535");
  static final SettingRule NUMBER =
      open(value -> isWhole(value, Integer.MAX_VALUE), "a whole number");
  static final SettingRule TIME = open(SettingRule::isTime, "a time such as 90s or 2m");
  static final SettingRule EMAIL =
      open(value -> value.matches("[^@\\s]{1,64}@[^@\\s]{1,190}"), "an e-mail address");
  static final SettingRule TEMPORAL =
      open(value -> value.matches("auto|memory|local"), "auto, memory or local");

  /// A text nobody guesses.
  static SettingRule secret(int fewest) {
    return new SettingRule(
        value -> value.length() >= fewest, "at least %d characters long".formatted(fewest), true);
  }

  static SettingRule open(Predicate<String> isMet, String says) {
    return new SettingRule(isMet, says, false);
  }

  /// What is wrong with a value that does not obey.
  String fault(String variable, String value) {
    return isSecret
        ? "%s must be %s".formatted(variable, says)
        : "%s is %s, and must be %s".formatted(variable, value, says);
  }

  private static boolean isWhole(String value, int most) {
    return value.matches("[0-9]{1,10}") && Long.parseLong(value) <= most;
  }

  private static boolean isTime(String value) {
    if (value.matches("[0-9]{1,9}(ns|us|ms|s|m|h|d)")) {
      return true;
    }
    try {
      return !Duration.parse(value).isNegative();
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
