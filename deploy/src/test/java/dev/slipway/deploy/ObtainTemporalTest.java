package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `slipway` obtains Temporal: the official release, else from its sources.
class ObtainTemporalTest {

  private static final String RELEASED =
      "ddc95e08b0b076efd4ea9733a3f488eb7d2be875f8834e616cd2a37358b4852d";
  private static final String ELSE = "0".repeat(64);

  private static final String MACHINE =
      """
      #!/bin/sh
      case $1 in -s) echo Linux ;; -m) echo x86_64 ;; esac
      """;
  private static final String DOWNLOAD =
      """
      #!/bin/sh
      while [ $# -gt 1 ]; do
        [ "$1" != --output ] || into=$2
        shift
      done
      echo "$1" >> asked
      echo released > temporal
      chmod +x temporal
      tar -czf "$into" temporal
      """;
  private static final String BUILD =
      """
      #!/bin/sh
      case $1 in version) echo 'go version go1.26 linux/amd64'; exit ;; esac
      echo "$2" >> asked
      echo built > "$GOBIN/temporal"
      chmod +x "$GOBIN/temporal"
      """;
  private static final String FAILS =
      """
      #!/bin/sh
      echo "there is no network" >&2
      exit 6
      """;

  @TempDir Path root;

  private ScriptTrial script;

  @BeforeEach
  void make() throws IOException {
    script = ScriptTrial.in(root);
    script.tool("uname", MACHINE);
    script.tool("curl", DOWNLOAD);
    script.tool("go", BUILD);
    sumIs(RELEASED);
  }

  @Test
  void the_official_release_is_downloaded_once() throws Exception {
    assertThat(script.run("temporal")).isZero();
    assertThat(script.run("temporal")).isZero();

    assertThat(root.resolve("cache/temporal")).hasContent("released");
    assertThat(root.resolve("asked"))
        .hasContent(
            "https://github.com/temporalio/cli/releases/download/v1.5.1/temporal_cli_1.5.1_linux_amd64.tar.gz");
    assertThat(script.cached()).containsExactly("temporal");
  }

  @Test
  void a_service_without_a_home_obtains_it_too() throws Exception {
    assertThat(script.runWithout(Set.of("HOME"), "temporal")).isZero();

    assertThat(root.resolve("cache/temporal")).hasContent("released");
  }

  @Test
  void what_go_installed_is_used() throws Exception {
    Files.createDirectories(root.resolve("go/bin"));
    script.tool("../go/bin/temporal", "#!/bin/sh\n");

    assertThat(script.run("temporal")).isZero();

    assertThat(script.said()).contains("Temporal: " + root.resolve("go/bin/temporal"));
    assertThat(root.resolve("asked")).doesNotExist();
  }

  @Test
  void an_archive_that_was_not_released_is_not_used() throws Exception {
    sumIs(ELSE);

    assertThat(script.run("temporal")).isZero();

    assertThat(script.said()).contains("its SHA-256 differs");
    assertThat(root.resolve("cache/temporal")).hasContent("built");
    assertThat(script.cached()).containsExactly("temporal");
  }

  @Test
  void without_the_release_it_is_built_from_its_sources() throws Exception {
    script.tool("curl", FAILS);

    assertThat(script.run("temporal")).isZero();

    assertThat(root.resolve("asked")).hasContent("github.com/temporalio/cli/cmd/temporal@v1.5.1");
    assertThat(root.resolve("cache/temporal")).hasContent("built");
  }

  @Test
  void without_any_temporal_tests_fail_at_once() throws Exception {
    script.tool("curl", FAILS);
    script.tool("go", FAILS);

    assertThat(script.run("test")).isEqualTo(1);

    assertThat(script.said()).contains("there is no network", "install the Temporal CLI");
    assertThat(script.calls()).isEmpty();
    assertThat(script.cached()).isEmpty();
  }

  @Test
  void without_any_temporal_slipway_runs_on_its_own_engine_and_says_what_it_lacks()
      throws Exception {
    script.tool("curl", FAILS);
    script.tool("go", FAILS);

    script.run("up");

    assertThat(script.said()).contains("The in-memory engine is used: no schedules");
    assertThat(script.calls()).hasSize(1);
  }

  private void sumIs(String sum) throws IOException {
    script.tool("sha256sum", "#!/bin/sh\necho \"%s  $1\"\n".formatted(sum));
  }
}
