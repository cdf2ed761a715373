package dev.slipway.deploy.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The barriers that axe-core finds on a page: contrast, names, roles, order.
final class Axe {

  private static final String SCRIPT = script();

  private static final String RUN =
      """
      async () => (await axe.run()).violations.flatMap(rule =>
        rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': '
          + node.failureSummary.replaceAll('\\n', ' ')))
      """;

  private Axe() {}

  /// One line for each element with a barrier; empty when there is none.
  static List<String> violations(Page page) {
    if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(SCRIPT);
    }
    return ((List<?>) page.evaluate(RUN))
        .stream().flatMap(line -> Stream.of(String.valueOf(line))).toList();
  }

  private static String script() {
    try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(file, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
