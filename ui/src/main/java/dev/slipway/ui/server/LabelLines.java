package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.api.http.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Labels as lines of text, one `key=value` to a line.
final class LabelLines {

  private LabelLines() {}

  static String of(Map<String, String> labels) {
    return String.join("\n", list(labels));
  }

  /// Each label as a line, in the order of their keys.
  static List<String> list(Map<String, String> labels) {
    return new TreeMap<>(labels).entrySet().stream().map(LabelLines::line).toList();
  }

  private static String line(Map.Entry<String, String> label) {
    return label.getValue().isEmpty() ? label.getKey() : label.getKey() + "=" + label.getValue();
  }

  static Map<String, String> parse(String lines) {
    Map<String, String> labels = new LinkedHashMap<>();
    lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> {
          var parts = line.split("=", 2);
          labels.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
        });
    return labels;
  }

  /// What is wrong with labels, or with the one that a fault is of.
  static String sentence(FieldError error) {
    var parts = error.pointer().split("/", 3);
    var key = parts.length < 3 ? "" : parts[2].replace("~1", "/").replace("~0", "~");
    return key.isEmpty() ? error.detail() : text("order.labels.wrong", key, error.detail());
  }

  /// The keys that stand there more than once.
  static List<String> repeated(String lines) {
    var keys =
        lines
            .lines()
            .map(line -> line.split("=", 2)[0].strip())
            .filter(key -> !key.isEmpty())
            .toList();
    return keys.stream()
        .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key))
        .distinct()
        .toList();
  }
}
