package dev.slipway.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a description lets programs rely on, as lines of a place and what is promised there: the
/// parameters of an operation and the fields of an object with their types, those of items behind
/// `[]`, the words (`of`) of a text, what a request cannot do without (`needs`), what an answer
/// never is without (`always`), and how far what is sent may go (`limits`).
///
/// @param lines what is promised, by its place, such as `GET /api/v1/servers 200 servers[]`
record Promises(SortedMap<String, SortedSet<String>> lines) {

  private static final String BETWEEN = ": ";
  private static final String NEEDS = " needs";
  private static final String TAKES = " takes";
  private static final String WORDS = " of";
  private static final String LIMITS = " limits";

  /// A parameter is sent, though its place is the operation's own.
  private static final String PARAMETER = "(path|query|header|cookie)\\..+";

  /// Those of the file they are kept in.
  static Promises read(List<String> text) {
    SortedMap<String, SortedSet<String>> lines = new TreeMap<>();
    for (String line : text) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(BETWEEN, 2);
        lines.put(parts[0], new TreeSet<>(parts.length < 2 ? List.of() : words(parts[1])));
      }
    }
    return new Promises(lines);
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.split(" "));
  }

  /// Those of a description.
  static Promises of(JsonNode description) {
    return new Promises(new DescribedPromises(description).lines());
  }

  /// The lines of the file.
  List<String> text() {
    return lines.entrySet().stream()
        .map(line ->
            line.getValue().isEmpty()
                ? line.getKey()
                : line.getKey() + BETWEEN + String.join(" ", line.getValue()))
        .toList();
  }

  /// How much is promised, as the file says at its end: who takes a line out has to say so twice.
  String count() {
    long promises = lines.values().stream().mapToLong(Set::size).sum();
    return "# %d places, %d promises".formatted(lines.size(), promises);
  }

  /// These and more.
  Promises and(Promises more) {
    SortedMap<String, SortedSet<String>> both = new TreeMap<>(lines);
    more.lines.forEach((place, added) -> {
      SortedSet<String> all = new TreeSet<>(added);
      all.addAll(lines.getOrDefault(place, new TreeSet<>()));
      both.put(place, all);
    });
    return new Promises(both);
  }

  /// What of these a later description breaks, each as `place: promise`. More of anything breaks
  /// nothing, but for what a known request did not need before.
  SortedSet<String> brokenBy(Promises later) {
    SortedSet<String> broken = new TreeSet<>();
    lines.forEach((place, promised) -> {
      if (!place.endsWith(NEEDS) && !place.endsWith(LIMITS)) {
        broken.addAll(missing(place, promised, later.lines.get(place)));
      }
    });
    later.lines.forEach((place, needed) -> {
      if (place.endsWith(NEEDS) && lines.containsKey(place.replace(NEEDS, ""))) {
        broken.addAll(added(place, needed));
      }
    });
    later.lines.forEach((place, limits) -> {
      if (place.endsWith(LIMITS)) {
        broken.addAll(narrowed(place, limits));
      }
    });
    return broken;
  }

  private static List<String> missing(
      String place, Set<String> promised, @Nullable Set<String> kept) {
    if (kept == null) {
      return List.of(place);
    }
    return promised.stream()
        .filter(promise -> {
          // a word such as created_at:desc is no field of a type
          if (place.endsWith(WORDS)) {
            return !kept.contains(promise);
          }
          boolean isRequest = place.contains(TAKES) || promise.matches(PARAMETER);
          return kept.stream().noneMatch(each -> keeps(each, promise, isRequest));
        })
        .map(promise -> place + BETWEEN + promise)
        .toList();
  }

  // a request may come to take more types, an answer may come to give fewer
  private static boolean keeps(String present, String promise, boolean isRequest) {
    Map.Entry<String, Set<String>> now = field(present);
    Map.Entry<String, Set<String>> then = field(promise);
    return now.getKey().equals(then.getKey())
        && (isRequest
            ? now.getValue().containsAll(then.getValue())
            : then.getValue().containsAll(now.getValue()));
  }

  private static Map.Entry<String, Set<String>> field(String word) {
    String[] parts = word.split(":", 2);
    return Map.entry(parts[0], parts.length < 2 ? Set.of() : Set.of(parts[1].split("\\|")));
  }

  private List<String> added(String place, Set<String> needed) {
    List<String> added = new ArrayList<>(needed);
    added.removeAll(lines.getOrDefault(place, new TreeSet<>()));
    return added.stream().map(each -> place + BETWEEN + each).toList();
  }

  /// The limits of what was taken before that leave out some of it now.
  private List<String> narrowed(String place, Set<String> limits) {
    Set<String> known = lines.getOrDefault(place.replace(LIMITS, ""), new TreeSet<>());
    Set<String> before = lines.getOrDefault(place, new TreeSet<>());
    return limits.stream()
        .map(Limit::of)
        .filter(limit -> known.stream().anyMatch(each -> field(each).getKey().equals(limit.name())))
        .filter(limit -> before.stream().map(Limit::of).noneMatch(limit::isNoCloserThan))
        .map(limit -> place + BETWEEN + limit)
        .toList();
  }

  /// How far something may go.
  ///
  /// @param name the parameter or field
  /// @param kind such as `maxLength`
  private record Limit(String name, String kind, String value) {

    static Limit of(String word) {
      int end = word.indexOf('=');
      int middle = word.lastIndexOf('.', end);
      return new Limit(
          word.substring(0, middle), word.substring(middle + 1, end), word.substring(end + 1));
    }

    boolean isNoCloserThan(Limit before) {
      if (!name.equals(before.name) || !kind.equals(before.kind)) {
        return false;
      }
      return value.equals(before.value)
          || (kind.startsWith("min") && number(value) <= number(before.value))
          || (kind.startsWith("max") && number(value) >= number(before.value));
    }

    private static double number(String value) {
      return Double.parseDouble(value);
    }

    @Override
    public String toString() {
      return name + "." + kind + "=" + value;
    }
  }
}
