package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deploy.docs.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipes of the documentation do what they say: they are run from top to bottom, and print
/// what stands below them.
class RecipesIT {

  private static final Path PAGE = Path.of("..", "docs", "automation", "recipes.md");
  private static final String MARK = "=== recipe ";
  private static final String LEFT_OUT = "…";
  private static final String SOMETHING = "(?!null\\b)[^\n]+";
  private static final SlipwayProcess SLIPWAY =
      SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "memory"));

  private final List<MarkdownPage.Block> blocks = MarkdownPage.of(PAGE).blocks();

  @BeforeAll
  static void start() {
    SLIPWAY.start();
    new SimulatedLocation(ApiClient.signedIn(SLIPWAY.address(), People.ADMIN), "sim-1").fast();
    new SimulatedLocation(ApiClient.signedIn(SLIPWAY.address(), People.ADMIN), "sim-2").fast();
  }

  @AfterAll
  static void stop() {
    SLIPWAY.close();
  }

  @Test
  void every_recipe_does_what_it_says(@TempDir Path folder) throws Exception {
    List<String> printed = run(folder);

    int recipe = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).language().equals("sh")) {
        boolean isStated = i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text");
        if (isStated) {
          assertPrinted(blocks.get(i), blocks.get(i + 1), printed.get(recipe));
        }
        recipe++;
      }
    }
    assertThat(recipe).isGreaterThan(10).isEqualTo(printed.size());
  }

  private static void assertPrinted(
      MarkdownPage.Block recipe, MarkdownPage.Block stated, String printed) {
    String pattern =
        Arrays.stream(String.join("\n", stated.lines()).split(LEFT_OUT, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(SOMETHING));
    assertThat(printed.strip())
        .as("what this prints:\n%s", String.join("\n", recipe.lines()))
        .matches(pattern);
  }

  /// Runs all of them in one shell, each where the one before left off.
  ///
  /// @return what each printed
  private List<String> run(Path folder) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder shell =
        new ProcessBuilder(
                "bash", "-eu", Files.writeString(folder.resolve("recipes.sh"), script()).toString())
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .redirectOutput(output.toFile());
    shell
        .environment()
        .putAll(
            Map.of(
                "SLIPWAY", SLIPWAY.address().toString(),
                "EMAIL", People.TENANT.email(),
                "PASSWORD", People.TENANT.password(),
                "OPERATOR_EMAIL", People.ADMIN.email(),
                "OPERATOR_PASSWORD", People.ADMIN.password()));
    Process running = shell.start();
    boolean isOver = running.waitFor(3, TimeUnit.MINUTES);
    running.destroy();
    String said = Files.readString(output);
    String complaints = Files.readString(folder.resolve("errors"));
    assertThat(isOver).as("ends in time, and not after:\n%s\n%s", said, complaints).isTrue();
    assertThat(running.exitValue()).as("exit status, after:\n%s\n%s", said, complaints).isZero();
    List<String> printed = new ArrayList<>(List.of(said.split(MARK + "\\d+\n", -1)));
    printed.removeFirst();
    return printed;
  }

  private String script() {
    var script = new StringBuilder();
    int number = 0;
    for (MarkdownPage.Block block : blocks) {
      if (block.language().equals("sh")) {
        script.append("echo '").append(MARK).append(++number).append("'\n");
        block.lines().forEach(line -> script.append(line).append('\n'));
      }
    }
    return script.toString();
  }
}
