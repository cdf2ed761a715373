package dev.slipway.api.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// HTML that is being written; every text is escaped on its way.
final class DescribedHtml {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final StringBuilder written = new StringBuilder();

  /// What is HTML already.
  DescribedHtml raw(String html) {
    written.append(html);
    return this;
  }

  DescribedHtml text(@Nullable Object text) {
    return raw(escaped(text));
  }

  DescribedHtml element(String name, @Nullable Object text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
  }

  DescribedHtml link(String address, String text) {
    return raw("<a href=\"" + escaped(address) + "\">").text(text).raw("</a>");
  }

  DescribedHtml section(String id) {
    return raw("<section id=\"" + escaped(id) + "\">\n");
  }

  /// The first of two texts that is there, as a paragraph.
  DescribedHtml prose(@Nullable Object text, @Nullable Object otherwise) {
    Object said = text == null ? otherwise : text;
    return said == null ? this : raw("<p>").text(said).raw("</p>\n");
  }

  /// Begins a table.
  DescribedHtml table(String... heads) {
    return raw("<table><thead><tr>")
        .raw(
            Arrays.stream(heads)
                .map(head -> "<th scope=\"col\">" + escaped(head) + "</th>")
                .collect(Collectors.joining()))
        .raw("</tr></thead><tbody>\n");
  }

  /// A row of a table; the cells are HTML.
  DescribedHtml row(String... cells) {
    return raw("<tr>")
        .raw(
            Arrays.stream(cells).map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining()))
        .raw("</tr>\n");
  }

  /// What a body looks like, folded.
  DescribedHtml example(@Nullable Object value) {
    return raw("<details><summary>Example</summary><pre>")
        .raw(plain(json(value, "\n")))
        .raw("</pre></details>\n");
  }

  private static String json(@Nullable Object value, String line) {
    String inner = line + "  ";
    return switch (value) {
      case Map<?, ?> map when !map.isEmpty() ->
          map.entrySet().stream()
              .map(each -> quoted(each.getKey()) + ": " + json(each.getValue(), inner))
              .collect(Collectors.joining("," + inner, "{" + inner, line + "}"));
      case List<?> list when !list.isEmpty() ->
          list.stream()
              .map(each -> json(each, inner))
              .collect(Collectors.joining("," + inner, "[" + inner, line + "]"));
      case Map<?, ?> _ -> "{}";
      case String text -> quoted(text);
      case null, default -> String.valueOf(value);
    };
  }

  private static String quoted(Object text) {
    String safe = text.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    return "\"" + safe.replace("\n", "\\n") + "\"";
  }

  /// A text with what stands between back ticks as code.
  static String escaped(@Nullable Object text) {
    return text == null ? "" : CODE.matcher(plain(text.toString())).replaceAll("<code>$1</code>");
  }

  static String code(@Nullable Object text) {
    return "<code>" + plain(String.valueOf(text)) + "</code>";
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return written.toString();
  }
}
