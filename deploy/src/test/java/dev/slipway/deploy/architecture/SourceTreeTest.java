package dev.slipway.deploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTreeTest {
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_SETTINGS = 60;

  /// Bodies of the API's description, which set nothing.
  private static final String EXAMPLES = "examples.yml";

  @ParameterizedTest
  @ValueSource(strings = {".java", ".js", ".css", ".sql"})
  void no_source_is_longer_than_400_lines(String ending) {
    assertThat(longerThan(LONGEST_FILE, name -> name.endsWith(ending))).isEmpty();
  }

  @Test
  void no_settings_file_is_longer_than_60_lines() {
    assertThat(longerThan(LONGEST_SETTINGS, SourceTreeTest::isOfSettings)).isEmpty();
  }

  private static boolean isOfSettings(String name) {
    return name.endsWith(".yml") && !name.equals(EXAMPLES);
  }

  private static List<String> longerThan(int most, Predicate<String> wanted) {
    var found = new ArrayList<String>();
    for (var module : Product.MODULES) {
      var sources = root().resolve(module).resolve("src");
      try (Stream<Path> files = Files.walk(sources)) {
        for (var file : files.filter(path -> wanted.test(nameOf(path))).toList()) {
          var lines = Files.readAllLines(file).size();
          if (lines > most) {
            found.add("%s: %d lines".formatted(root().relativize(file), lines));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + sources, e);
      }
    }
    return found;
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// The tests of a module run in its own folder.
  private static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }
}
