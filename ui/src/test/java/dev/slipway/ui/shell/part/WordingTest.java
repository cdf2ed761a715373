package dev.slipway.ui.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.http.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern KEY =
      Pattern.compile(
          "(?:text|fact|head|item|button|section|column|part|field|millis)\\(\\s*\"([a-z]+(?:[.-][a-z-]+)*)\"");
  private static final Pattern EMPTY_WORDS =
      Pattern.compile("something went wrong|\\boops\\b|\\bplease\\b|!", Pattern.CASE_INSENSITIVE);
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);

  @Test
  void every_key_that_is_used_has_words() {
    assertThat(usedKeys().stream().filter(key -> key.contains("."))).allMatch(WORDS::containsKey);
  }

  @Test
  void every_text_with_places_is_well_formed() {
    assertThat(WORDS.keySet())
        .allSatisfy(
            key -> assertThat(new MessageFormat(WORDS.getString(key), Locale.ENGLISH)).isNotNull());
  }

  @Test
  void only_texts_with_places_double_their_quotes() {
    assertThat(WORDS.keySet().stream().map(WORDS::getString).filter(text -> !text.contains("{")))
        .noneMatch(text -> text.contains("''"));
  }

  @Test
  void what_tenants_read_names_no_machinery() {
    var tenantTexts =
        WORDS.keySet().stream()
            .filter(key -> key.endsWith(".tenant") || key.startsWith("delay."))
            .map(WORDS::getString);

    assertThat(tenantTexts)
        .isNotEmpty()
        .noneMatch(text ->
            text.toLowerCase(Locale.ROOT).matches(".*(parked|workflow|provider|temporal).*"));
  }

  @Test
  void nothing_is_said_that_says_nothing() {
    var problems =
        Stream.of(ProblemType.values()).flatMap(type -> Stream.of(type.title(), type.tenantText()));

    assertThat(Stream.concat(WORDS.keySet().stream().map(WORDS::getString), problems))
        .noneMatch(text -> EMPTY_WORDS.matcher(text).find());
  }

  @Test
  void a_fault_nobody_foresaw_says_what_one_can_do() {
    assertThat(ProblemType.INTERNAL_ERROR.tenantText())
        .contains("Try again", "tell us the correlation id");
  }

  private static Set<String> usedKeys() {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> KEY.matcher(read(file)).results())
          .map(match -> match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
