package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNamesTest {

  private static final Pattern NAMED =
      Pattern.compile("`((?:SLIPWAY|DATABASE|TEMPORAL)_[A-Z0-9_]+)(?:=[^`]*)?`");

  @ParameterizedTest
  @CsvSource({
    "SLIPWAY_PROT, SLIPWAY_PORT",
    "SLIPWAY_ADMIN_PASWORD, SLIPWAY_ADMIN_PASSWORD",
    "SLIPWAY_RATE_REQUEST, SLIPWAY_RATE_REQUESTS",
    "SLIPWAY_DATABASE_URL, DATABASE_URL",
    "SLIPWAY_TEMPORAL_UI_URL, TEMPORAL_UI_URL",
    "SLIPWAY_DEMO3_EMAIL, SLIPWAY_DEMO2_EMAIL",
  })
  void a_name_that_is_none_is_told_with_the_one_that_may_be_meant(String written, String meant) {
    assertThat(SettingNames.warnings(Map.of(written, "x")))
        .containsExactly(
            written + " is no setting of Slipway, and does nothing: is " + meant + " meant?");
  }

  @Test
  void a_name_like_no_other_is_told_alone_and_its_value_never() {
    assertThat(SettingNames.warnings(Map.of("SLIPWAY_HUMMINGBIRD", "s3cret", "SLIPWAY_PORT", "0")))
        .containsExactly("SLIPWAY_HUMMINGBIRD is no setting of Slipway, and does nothing.");
  }

  @Test
  void what_belongs_to_other_programs_is_theirs() {
    assertThat(SettingNames.warnings(Map.of("PATH", "/bin", "DATABASE_NAME", "x"))).isEmpty();
  }

  @Test
  void every_name_in_the_documentation_is_known() throws IOException {
    var documented = new TreeSet<String>();
    for (var page : List.of("docs/reference/settings.md", "docs/operator/install.md")) {
      Files.readAllLines(Path.of("..").resolve(page)).stream()
          .flatMap(line -> NAMED.matcher(line).results())
          .map(named -> named.group(1))
          .filter(name -> !name.endsWith("_"))
          .forEach(documented::add);
    }

    assertThat(documented).hasSizeGreaterThan(40);
    assertThat(SettingNames.known()).containsAll(documented);
  }
}
