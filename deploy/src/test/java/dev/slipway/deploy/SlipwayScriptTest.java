package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script `slipway` builds what is not built, and nothing twice. Maven and the other tools are
/// stand-ins here.
class SlipwayScriptTest {

  private static final Path SCRIPT = Path.of("..", "slipway");
  private static final List<String> TOOLS =
      List.of("bash", "chromium", "curl", "jq", "schemathesis", "temporal");
  private static final String MAVEN =
      """
      #!/bin/sh
      case $1 in -version) echo 'Apache Maven 3.9.0'; exit ;; esac
      echo "$*" >> calls
      echo "$MAVEN_OPTS" > options
      mkdir -p deploy/target/slipway/lib
      """;

  @TempDir Path root;

  @BeforeEach
  void make() throws IOException {
    Files.copy(SCRIPT, root.resolve("slipway"));
    Files.createDirectories(root.resolve("deploy/src/main"));
    Files.createFile(root.resolve("pom.xml"));
    Files.createFile(root.resolve("deploy/pom.xml"));
    Files.createDirectory(root.resolve("tools"));
    for (String tool : TOOLS) {
      program(tool, "#!/bin/sh\n");
    }
    program("mvn", MAVEN);
  }

  private void program(String name, String text) throws IOException {
    Path program = Files.writeString(root.resolve("tools").resolve(name), text);
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void what_the_suite_packaged_is_not_built_again() throws Exception {
    run("test");
    run("up");
    assertThat(calls()).containsExactly("verify");

    Path source = Files.createFile(root.resolve("deploy/src/main/changed"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    run("up");
    assertThat(calls().get(1)).contains("package");
  }

  @Test
  void a_suite_of_one_module_packages_no_whole() throws Exception {
    run("test", "-pl", "workflows");
    run("up");

    assertThat(calls()).hasSize(2);
    assertThat(calls().getLast()).contains("package");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "fuzz", "bench", "up"})
  void a_library_of_an_older_build_is_gone_from_the_next(String command) throws Exception {
    Path lib = Files.createDirectories(root.resolve("deploy/target/slipway/lib"));
    Path library = Files.createFile(lib.resolve("library-1.jar"));

    run(command);

    assertThat(library).doesNotExist();
  }

  @Test
  void a_build_says_nothing_in_colours() throws Exception {
    run("up");

    assertThat(Files.readString(root.resolve("calls"))).contains("--batch-mode", "--quiet");
    assertThat(Files.readString(root.resolve("options"))).contains("-Djansi.noreset=true");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(root.resolve("calls")).stream()
        .map(call -> call.replace("--batch-mode --no-transfer-progress ", ""))
        .toList();
  }

  /// What is started at the end is not there, so nothing is said of the exit status.
  private void run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("sh", root.resolve("slipway").toString()));
    command.addAll(List.of(arguments));
    var script =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("said").toFile());
    var environment = script.environment();
    environment.put("PATH", root.resolve("tools") + ":" + environment.get("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("SLIPWAY_CACHE", root.resolve("cache").toString());
    environment.put("SLIPWAY_SCHEMATHESIS", root.resolve("tools/schemathesis").toString());
    environment.put("SLIPWAY_TEMPORAL", "memory");
    var running = script.start();
    assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }
}
