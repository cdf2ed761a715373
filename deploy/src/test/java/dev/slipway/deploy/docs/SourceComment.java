package dev.slipway.deploy.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a class says of itself above its declaration.
///
/// @param lines the comment without its slashes
record SourceComment(List<String> lines) {

  /// Reads the comment of the class that a source file is named after.
  static SourceComment of(Path source) {
    String name = String.valueOf(source.getFileName()).replace(".java", "");
    List<String> lines = Repository.lines(source);
    int declared = 0;
    while (!lines.get(declared).matches(".*\\b(class|record|interface|enum) " + name + "\\b.*")) {
      declared++;
    }
    List<String> comment = new ArrayList<>();
    for (int i = declared - 1; i >= 0 && !lines.get(i).isBlank(); i--) {
      if (lines.get(i).startsWith("///")) {
        comment.addFirst(lines.get(i).substring(3).stripTrailing());
      }
    }
    return new SourceComment(comment);
  }

  /// What it is, in its first paragraph.
  String summary() {
    List<String> words = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.strip().startsWith("@")) {
        break;
      }
      words.add(line.strip());
    }
    return plain(String.join(" ", words));
  }

  /// What it says of a record's component.
  Optional<String> parameter(String name) {
    String begin = "@param " + name + " ";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith(begin)) {
        return Optional.of(plain(line.substring(begin.length()) + continued(i + 1)));
      }
    }
    return Optional.empty();
  }

  private String continued(int from) {
    StringBuilder rest = new StringBuilder();
    for (int i = from; i < lines.size() && lines.get(i).startsWith("   "); i++) {
      rest.append(' ').append(lines.get(i).strip());
    }
    return rest.toString();
  }

  private static String plain(String text) {
    return text.replaceAll("\\[(?:[\\w.]*\\.)?#?(\\w+)(?:\\([^)]*\\))?]", "`$1`");
  }
}
