package dev.slipway.ui.shell.palette;

import java.util.Locale;

/// How well a label fits what was typed, the best first.
public enum Likeness {
  /// It is the label.
  WHOLE,
  /// The label begins with it.
  BEGIN,
  /// A later word of the label does.
  WORD,
  /// It stands somewhere in the label.
  PART,
  /// It was found by something else, such as an address.
  ELSEWHERE;

  /// The likeness of a label, whatever its case.
  public static Likeness of(String label, String typed) {
    var name = label.toLowerCase(Locale.ROOT);
    var wanted = typed.toLowerCase(Locale.ROOT);
    int at = name.indexOf(wanted);
    if (at < 0) {
      return ELSEWHERE;
    }
    if (at == 0) {
      return name.length() == wanted.length() ? WHOLE : BEGIN;
    }
    return beginsWord(name, wanted) ? WORD : PART;
  }

  private static boolean beginsWord(String name, String wanted) {
    for (int at = name.indexOf(wanted); at > 0; at = name.indexOf(wanted, at + 1)) {
      if (!Character.isLetterOrDigit(name.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }
}
