package dev.slipway.deploy.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of Markdown, taken apart.
///
/// @param file where it is
/// @param prose its lines outside fenced blocks
/// @param blocks its fenced blocks
public record MarkdownPage(Path file, List<String> prose, List<Block> blocks) {

  private static final String FENCE = "```";
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  /// A fenced block.
  ///
  /// @param language the word after the fence, empty when there is none
  public record Block(String language, List<String> lines) {}

  /// Reads a page.
  public static MarkdownPage of(Path file) {
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<String> inside = null;
    for (String line : Repository.lines(file)) {
      if (line.strip().startsWith(FENCE)) {
        if (inside == null) {
          inside = new ArrayList<>();
          blocks.add(new Block(line.strip().substring(FENCE.length()), inside));
        } else {
          inside = null;
        }
      } else if (inside == null) {
        prose.add(line);
      } else {
        inside.add(line);
      }
    }
    return new MarkdownPage(file, prose, blocks);
  }

  /// Where its links and pictures lead, those to other hosts left out.
  List<String> relativeLinks() {
    List<String> links = new ArrayList<>();
    for (String line : prose) {
      Matcher matcher = LINK.matcher(CODE.matcher(line).replaceAll("code"));
      while (matcher.find()) {
        if (!matcher.group(1).matches("[a-z]+:.*")) {
          links.add(matcher.group(1));
        }
      }
    }
    return links;
  }

  /// What its headings are called in addresses, as GitHub makes them.
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new HashSet<>();
    for (String line : prose) {
      Matcher matcher = HEADING.matcher(line);
      if (matcher.matches()) {
        String slug = slug(matcher.group(1));
        int before = seen.merge(slug, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? slug : slug + "-" + before);
      }
    }
    return anchors;
  }

  private static String slug(String heading) {
    return LINK.matcher(heading)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }
}
