package dev.slipway.api.http;

import io.micronaut.http.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One of the ranges that a caller accepts, or refuses by `q=0`. Of several that hold a type the
/// most specific one counts (RFC 9110 §12.5.1).
///
/// @param type such as `application/json`, `application/*` or `*/*`, in lower case
record MediaRange(String type, boolean isRefused) {

  private static final int NOT_HELD = -1;

  /// Reads `Accept`; elements of the list that are empty say nothing.
  static List<MediaRange> of(List<String> accept) {
    return accept.stream()
        .flatMap(each -> Arrays.stream(each.split(",", -1)))
        .filter(each -> !each.isBlank())
        .map(MediaRange::of)
        .toList();
  }

  private static MediaRange of(String range) {
    List<String> words =
        Stream.of(range.split(";", -1)).map(word -> word.strip().toLowerCase(Locale.ROOT)).toList();
    return new MediaRange(
        words.getFirst(), words.stream().skip(1).anyMatch(word -> word.matches("q *= *0(\\.0*)?")));
  }

  /// Whether who gave these ranges accepts a type. One range wins over another that is as specific
  /// and refuses.
  static boolean accept(List<MediaRange> ranges, String type) {
    return ranges.stream()
        .filter(range -> range.precedence(type) > NOT_HELD)
        .max(
            Comparator.comparingInt((MediaRange range) -> range.precedence(type))
                .thenComparing(range -> !range.isRefused))
        .filter(range -> !range.isRefused)
        .isPresent();
  }

  private int precedence(String held) {
    if (type.equals(held)) {
      return 3;
    }
    if (isOfRefusalsAlone() && held.equals(MediaType.APPLICATION_JSON)) {
      return 2;
    }
    if (type.endsWith("/*") && held.startsWith(type.substring(0, type.length() - 1))) {
      return 1;
    }
    return type.equals(MediaType.ALL) ? 0 : NOT_HELD;
  }

  // a caller who names the form of refusals alone wants the rest as JSON, of which it is a kind
  private boolean isOfRefusalsAlone() {
    return type.equals(MediaType.APPLICATION_JSON_PROBLEM) && !isRefused;
  }
}
