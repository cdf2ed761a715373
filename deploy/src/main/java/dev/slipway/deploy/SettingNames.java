package dev.slipway.deploy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The names of variables that Slipway reads. One that only looks like it is told at the start, for
/// nothing else would show that it does nothing.
final class SettingNames {

  private static final String OURS = "SLIPWAY_";

  /// A name that differs in more letters was not meant.
  private static final int MOST_LETTERS = 3;

  /// Those that are any text, or that other programs of ours read.
  private static final List<String> OF_TEXT =
      List.of(
          "SLIPWAY_CACHE",
          "SLIPWAY_CHROMIUM",
          "SLIPWAY_DATA",
          "SLIPWAY_DATABASE_OWNER_PASSWORD",
          "SLIPWAY_DATABASE_OWNER_URL",
          "SLIPWAY_DATABASE_OWNER_USERNAME",
          "SLIPWAY_HOST",
          "SLIPWAY_SCHEMATHESIS",
          "SLIPWAY_TEMPORAL_ADDRESS",
          "SLIPWAY_TEMPORAL_MODE",
          "SLIPWAY_TEMPORAL_NAMESPACE",
          "SLIPWAY_TEMPORAL_PANEL",
          "SLIPWAY_TEMPORAL_WEB_UI");

  /// Those without our name before them.
  private static final List<String> OF_OTHERS =
      List.of(
          "DATABASE_OWNER_URL",
          "DATABASE_URL",
          "TEMPORAL_ADDRESS",
          "TEMPORAL_NAMESPACE",
          "TEMPORAL_UI_URL");

  private SettingNames() {}

  /// Every name that Slipway reads.
  static Set<String> known() {
    var known = new TreeSet<>(SettingChecks.RULES.keySet());
    known.addAll(OF_TEXT);
    known.addAll(OF_OTHERS);
    return known;
  }

  /// One line for each variable that looks like a setting and is none.
  static List<String> warnings(Map<String, String> environment) {
    var known = known();
    return environment.keySet().stream()
        .filter(name -> name.startsWith(OURS) && !known.contains(name))
        .sorted()
        .map(name -> warning(name, nearest(name, known)))
        .toList();
  }

  private static String warning(String name, Optional<String> meant) {
    return "%s is no setting of Slipway, and does nothing%s"
        .formatted(name, meant.map(other -> ": is %s meant?".formatted(other)).orElse("."));
  }

  private static Optional<String> nearest(String name, Collection<String> known) {
    return Stream.concat(
            known.stream().filter(other -> name.equals(OURS + other)),
            known.stream()
                .filter(other -> letters(name, other) <= MOST_LETTERS)
                .sorted(Comparator.comparingInt(other -> letters(name, other))))
        .findFirst();
  }

  /// How many letters one would have to write, take away or replace.
  private static int letters(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
