package dev.slipway.deploy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How long answers may be silent, as the pages tell it: each time fits the others, or connections
/// would break that nobody broke.
class SilenceDocsTest {

  private static final Pattern LONGEST_WAIT = Pattern.compile("`wait` is `1s` to `(\\d+)s`");

  @Test
  void what_waits_speaks_before_its_connection_is_given_up() {
    Duration silence = setting("slipway.silence");
    Duration comment = setting("slipway.stream.comment");
    Duration longestWait =
        only(LONGEST_WAIT, Repository.lines(Repository.ROOT.resolve("docs/automation/waiting.md")));

    assertThat(comment.multipliedBy(2)).as("a lost comment breaks nothing").isLessThan(silence);
    assertThat(longestWait.multipliedBy(2)).as("nor does a slow answer").isLessThan(silence);
    assertThat(setting("slipway.session.access"))
        .as("a stream ends with its token, not before")
        .isGreaterThan(silence);
  }

  @Test
  void the_page_says_what_the_code_does() {
    List.of("slipway.silence", "slipway.stream.comment", "slipway.request-patience")
        .forEach(name -> assertThat(setting(name)).as(name).isEqualTo(standard(name)));
  }

  /// As the page has it.
  private static Duration setting(String name) {
    Pattern row =
        Pattern.compile("\\| `" + Pattern.quote(name) + "` \\|.*?\\| `(\\w+)` \\| [^|]*\\|");
    return only(row, Repository.lines(Repository.ROOT.resolve("docs/reference/settings.md")));
  }

  /// As the code has it.
  private static Duration standard(String name) {
    return Setting.ofRecords().stream()
        .filter(each -> each.property().equals(name))
        .map(each -> time(each.standard()))
        .findFirst()
        .orElseThrow();
  }

  private static Duration only(Pattern pattern, List<String> lines) {
    List<String> found =
        pattern
            .matcher(String.join("\n", lines))
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();
    assertThat(found).as("%s", pattern).hasSize(1);
    return time(found.getFirst());
  }

  private static Duration time(String text) {
    return Duration.parse("PT" + (text.matches("\\d+") ? text + "s" : text));
  }
}
