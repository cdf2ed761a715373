package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingChecksTest {

  private static final Pattern TYPED =
      Pattern.compile("\\| `slipway[^`]*` \\| `(\\w+)` \\| (number|time|`true` or `false`).*");

  private static List<String> faults(Map<String, String> environment) {
    return assertThatExceptionOfType(WrongSettingsException.class)
        .isThrownBy(() -> SettingChecks.check(environment))
        .actual()
        .faults();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SLIPWAY_PORT|abc|a whole number from 0 to 65535",
        "SLIPWAY_PORT|99999|a whole number from 0 to 65535",
        "SLIPWAY_PORT|-1|a whole number from 0 to 65535",
        "SLIPWAY_DEMO|maybe|true or false",
        "SLIPWAY_ADMIN_EMAIL|notanemail|an e-mail address",
        "SLIPWAY_TEMPORAL|moon|auto, memory or local",
        "SLIPWAY_STREAM_COMMENT|soon|a time such as 90s or 2m",
        "SLIPWAY_RATE_REQUESTS|many|a whole number",
        "DATABASE_URL|mysql://here|postgres://user:password@host:5432/database",
        "TEMPORAL_ADDRESS|nowhere|host:port of a Temporal frontend",
        "TEMPORAL_ADDRESS|127.0.0.1:99999|host:port of a Temporal frontend",
        "TEMPORAL_ADDRESS|nowhere.invalid:1|there is no host nowhere.invalid",
      })
  void a_wrong_setting_is_one_line_with_its_name_its_value_and_the_rule(
      String variable, String value, String rule) {
    assertThat(faults(Map.of(variable, value)))
        .singleElement()
        .asString()
        .startsWith(variable)
        .contains(rule)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "SLIPWAY_ADMIN_PASSWORD,seven77,8",
    "SLIPWAY_DEMO2_PASSWORD,x,8",
    "SLIPWAY_SECRET_KEY,short-secret,16"
  })
  void a_secret_that_is_too_short_is_refused_and_not_shown(
      String variable, String value, String fewest) {
    assertThat(faults(Map.of(variable, value)))
        .containsExactly("%s must be at least %s characters long".formatted(variable, fewest));
  }

  @Test
  void all_that_is_wrong_is_told_before_anything_is_started(@TempDir Path folder) {
    Path data = folder.resolve("data");
    Map<String, String> environment =
        Map.of(
            "SLIPWAY_DATA", data.toString(), "SLIPWAY_PORT", "abc", "SLIPWAY_ADMIN_PASSWORD", "x");

    assertThatExceptionOfType(WrongSettingsException.class)
        .isThrownBy(() -> Launcher.start(environment))
        .satisfies(wrong ->
            assertThat(wrong.faults())
                .containsExactly(
                    "SLIPWAY_ADMIN_PASSWORD must be at least 8 characters long",
                    "SLIPWAY_PORT is abc, and must be a whole number from 0 to 65535"));
    assertThat(data).doesNotExist();
  }

  @Test
  void two_people_have_two_addresses() {
    Map<String, String> environment =
        Map.of(
            "SLIPWAY_ADMIN_EMAIL", "ops@example.com", "SLIPWAY_OPERATOR_EMAIL", "Ops@example.com");

    assertThatExceptionOfType(WrongSettingsException.class)
        .isThrownBy(() -> SettingChecks.check(environment))
        .satisfies(wrong ->
            assertThat(wrong.faults())
                .containsExactly(
                    "SLIPWAY_OPERATOR_EMAIL is the address of SLIPWAY_ADMIN_EMAIL already"));
  }

  @Test
  void an_address_that_is_somebodys_unless_another_is_given_is_taken_too() {
    assertThatExceptionOfType(WrongSettingsException.class)
        .isThrownBy(() ->
            SettingChecks.check(
                Map.of(
                    "SLIPWAY_ADMIN_EMAIL", "", "SLIPWAY_OPERATOR_EMAIL", "Admin@slipway.example")));
  }

  @Test
  void nobody_has_the_addresses_of_a_demo_that_is_off() {
    Map<String, String> environment =
        Map.of(
            "SLIPWAY_OPERATOR_EMAIL",
            "demo@northwind.example",
            "SLIPWAY_DEMO2_EMAIL",
            "admin@slipway.example");

    assertThatCode(() -> SettingChecks.check(environment)).doesNotThrowAnyException();
  }

  @Test
  void a_temporal_that_is_not_up_yet_is_no_wrong_setting() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    assertThatCode(() -> SettingChecks.check(Map.of("TEMPORAL_ADDRESS", "127.0.0.1:" + closed)))
        .doesNotThrowAnyException();
  }

  @Test
  void good_and_empty_settings_pass() {
    Map<String, String> environment =
        Map.of(
            "SLIPWAY_PORT", "0",
            "SLIPWAY_DEMO", "TRUE",
            "SLIPWAY_ADMIN_EMAIL", "ops@example.com",
            "SLIPWAY_ADMIN_PASSWORD", "eight888",
            "SLIPWAY_SECRET_KEY", "",
            "SLIPWAY_SILENCE", "PT1M",
            "DATABASE_URL", "postgres://u:p@127.0.0.1/slipway");

    assertThatCode(() -> SettingChecks.check(environment)).doesNotThrowAnyException();
  }

  @Test
  void every_setting_that_is_not_text_has_a_rule() throws IOException {
    List<String> typed =
        Files.readAllLines(settingsPage()).stream()
            .map(TYPED::matcher)
            .filter(line -> line.matches())
            .map(line -> line.group(1))
            .toList();

    assertThat(typed).hasSizeGreaterThan(10);
    assertThat(SettingChecks.RULES).containsKeys(typed.toArray(String[]::new));
  }

  private static Path settingsPage() {
    Path page = Path.of("docs/reference/settings.md");
    return Files.exists(page) ? page : Path.of("..").resolve(page);
  }
}
