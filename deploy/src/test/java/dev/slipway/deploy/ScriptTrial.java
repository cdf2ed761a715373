package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A copy of the script `slipway` in a project of its own, with stand-ins for Maven and the other
/// tools.
record ScriptTrial(Path root) {

  private static final Path SCRIPT = Path.of("..", "slipway");
  private static final List<String> TOOLS =
      List.of("bash", "chromium", "curl", "jq", "schemathesis");
  private static final String MAVEN =
      """
      #!/bin/sh
      case $1 in -version) echo 'Apache Maven 3.9.0'; exit ;; esac
      echo "$*" >> calls
      echo "$MAVEN_OPTS" > options
      mkdir -p deploy/target/slipway/lib
      """;

  static ScriptTrial in(Path root) throws IOException {
    var trial = new ScriptTrial(root);
    Files.copy(SCRIPT, root.resolve("slipway"));
    Files.createDirectories(root.resolve("deploy/src/main"));
    Files.createFile(root.resolve("pom.xml"));
    Files.createFile(root.resolve("deploy/pom.xml"));
    Files.createFile(root.resolve("calls"));
    Files.createDirectory(root.resolve("tools"));
    for (String tool : TOOLS) {
      trial.tool(tool, "#!/bin/sh\n");
    }
    trial.tool("mvn", MAVEN);
    return trial;
  }

  void tool(String name, String text) throws IOException {
    Path program = Files.writeString(root.resolve("tools").resolve(name), text);
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  /// What Maven was called with, without what it always is.
  List<String> calls() throws IOException {
    return Files.readAllLines(root.resolve("calls")).stream()
        .map(call -> call.replace("--batch-mode --no-transfer-progress ", ""))
        .toList();
  }

  /// What the last run printed.
  String said() throws IOException {
    return Files.readString(root.resolve("said"));
  }

  /// The files that were obtained once for all.
  List<String> cached() throws IOException {
    try (var files = Files.list(root.resolve("cache"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /// Runs the script and tells its exit status, which is a failure's for `up` always: what it
  /// starts is not there.
  int run(String... arguments) throws IOException, InterruptedException {
    return runWithout(Set.of(), arguments);
  }

  /// Runs the script where some variables are not set.
  int runWithout(Set<String> variables, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("sh", root.resolve("slipway").toString()));
    command.addAll(List.of(arguments));
    var script =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("said").toFile());
    script.environment().putAll(environment());
    script.environment().keySet().removeAll(Set.of("TEMPORAL_ADDRESS", "GOBIN", "GOPATH"));
    script.environment().keySet().removeAll(variables);
    var running = script.start();
    assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return running.exitValue();
  }

  private Map<String, String> environment() {
    return Map.of(
        "PATH", root.resolve("tools") + ":/usr/bin:/bin",
        "HOME", root.toString(),
        "JAVA_HOME", System.getProperty("java.home"),
        "SLIPWAY_CACHE", root.resolve("cache").toString(),
        "SLIPWAY_SCHEMATHESIS", root.resolve("tools/schemathesis").toString(),
        "SLIPWAY_TEMPORAL", "auto");
  }
}
