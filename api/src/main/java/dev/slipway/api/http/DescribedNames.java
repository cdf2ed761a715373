package dev.slipway.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of bodies as a person would give them: the generator puts the interface in front that a
/// body stands in, as in `ServerOperationsServerList`.
final class DescribedNames {

  private static final Pattern NESTED =
      Pattern.compile("^[A-Z][A-Za-z]*?(?:Operations|Parts)(?=[A-Z])");

  private static final Pattern REFERENCE =
      Pattern.compile("(#/components/(?:schemas|examples)/)(\\w+)");

  private static final List<String> NAMED = List.of("schemas", "examples");

  private DescribedNames() {}

  /// The description with such names.
  ///
  /// @throws IllegalStateException when two bodies would have the same
  static Map<String, Object> mended(Map<String, Object> description) {
    Map<String, Object> tree = DescriptionMending.map(referring(description));
    Map<String, Object> components = DescriptionMending.map(tree.get("components"));
    NAMED.forEach(
        kind -> components.put(kind, named(DescriptionMending.map(components.get(kind)))));
    return tree;
  }

  private static Map<String, Object> named(Map<String, Object> bodies) {
    Map<String, Object> named = new TreeMap<>();
    bodies.forEach((name, body) -> {
      if (named.put(shortened(name), body) != null) {
        throw new IllegalStateException("two bodies are named " + shortened(name));
      }
    });
    return named;
  }

  // copied as a whole, for a reference may stand anywhere
  private static @Nullable Object referring(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(key.toString(), referring(each)));
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(each -> copy.add(referring(each)));
        yield copy;
      }
      case String text -> referring(text);
      case null, default -> value;
    };
  }

  private static String referring(String text) {
    Matcher reference = REFERENCE.matcher(text);
    return reference.matches() ? reference.group(1) + shortened(reference.group(2)) : text;
  }

  /// A name without what the generator put in front.
  static String shortened(String name) {
    return NESTED.matcher(name).replaceFirst("");
  }
}
