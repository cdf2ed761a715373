package dev.slipway.deploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceTreeTest {
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_SETTINGS = 60;

  @Test
  void no_java_file_is_longer_than_400_lines() {
    assertThat(longerThan(LONGEST_FILE, ".java")).isEmpty();
  }

  @Test
  void no_settings_file_is_longer_than_60_lines() {
    assertThat(longerThan(LONGEST_SETTINGS, ".yml")).isEmpty();
  }

  private static List<String> longerThan(int most, String ending) {
    var found = new ArrayList<String>();
    for (var module : Product.MODULES) {
      var sources = root().resolve(module).resolve("src");
      try (Stream<Path> files = Files.walk(sources)) {
        for (var file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
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

  /// The tests of a module run in its own folder.
  private static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }
}
