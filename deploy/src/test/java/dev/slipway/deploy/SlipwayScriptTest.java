package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script `slipway` builds what is not built, and nothing twice.
class SlipwayScriptTest {

  @TempDir Path root;

  private ScriptTrial script;

  @BeforeEach
  void make() throws IOException {
    script = ScriptTrial.in(root);
    script.tool("temporal", "#!/bin/sh\n");
  }

  @Test
  void what_the_suite_packaged_is_not_built_again() throws Exception {
    script.run("test");
    script.run("up");
    assertThat(script.calls()).containsExactly("verify");

    Path source = Files.createFile(root.resolve("deploy/src/main/changed"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    script.run("up");
    assertThat(script.calls().get(1)).contains("package");
  }

  @Test
  void a_suite_of_one_module_packages_no_whole() throws Exception {
    script.run("test", "-pl", "workflows");
    script.run("up");

    assertThat(script.calls()).hasSize(2);
    assertThat(script.calls().getLast()).contains("package");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "fuzz", "bench", "up"})
  void a_library_of_an_older_build_is_gone_from_the_next(String command) throws Exception {
    Path lib = Files.createDirectories(root.resolve("deploy/target/slipway/lib"));
    Path library = Files.createFile(lib.resolve("library-1.jar"));

    script.run(command);

    assertThat(library).doesNotExist();
  }

  @Test
  void a_build_says_nothing_in_colours() throws Exception {
    script.run("up");

    assertThat(Files.readString(root.resolve("calls"))).contains("--batch-mode", "--quiet");
    assertThat(Files.readString(root.resolve("options"))).contains("-Djansi.noreset=true");
  }
}
