package dev.slipway.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where figures go: to the terminal, to `target/benchmarks`, and with `-Dslipway.docs=write` into
/// their place in `docs/benchmarks.md`.
final class Results {

  private static final Path KEPT = Path.of("target", "benchmarks");
  private static final Path PAGE = Path.of("..", "docs", "benchmarks.md");

  private Results() {}

  static void write(String benchmark, List<Figure> figures) {
    String table = Figure.HEAD + figures.stream().map(Figure::row).collect(Collectors.joining());
    String text = table + "\n" + Machine.describe() + "\n";
    System.out.println(benchmark + "\n\n" + text);
    try {
      Files.createDirectories(KEPT);
      Files.writeString(KEPT.resolve(benchmark + ".md"), benchmark + "\n\n" + text);
      if ("write".equals(System.getProperty("slipway.docs"))) {
        Files.writeString(PAGE, placed(Files.readString(PAGE), benchmark, text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing the figures of " + benchmark, e);
    }
  }

  static String placed(String page, String benchmark, String text) {
    String begin = "<!-- figures of " + benchmark + " -->\n";
    String end = "<!-- end of " + benchmark + " -->";
    Matcher place =
        Pattern.compile(Pattern.quote(begin) + ".*" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(page);
    if (!place.find()) {
      throw new IllegalStateException("docs/benchmarks.md has no place for " + benchmark);
    }
    return place.replaceFirst(Matcher.quoteReplacement(begin + text + end));
  }
}
