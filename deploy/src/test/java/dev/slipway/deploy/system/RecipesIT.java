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

  private static final Map<String, String> PEOPLE =
      Map.of(
          "EMAIL", People.TENANT.email(),
          "PASSWORD", People.TENANT.password(),
          "OPERATOR_EMAIL", People.ADMIN.email(),
          "OPERATOR_PASSWORD", People.ADMIN.password());

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
    Finished page = run(folder, wholePage(), PEOPLE);
    assertThat(page.status()).as(page.toString()).isZero();
    List<String> printed = new ArrayList<>(List.of(page.printed().split(MARK + "\\d+\n", -1)));
    printed.removeFirst();

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

  @Test
  void a_wait_that_is_refused_ends_with_the_problem(@TempDir Path folder) throws Exception {
    Finished waiting =
        run(
            folder,
            script(List.of(block("login()"), List.of("ACTION=act_none"), block("wait_for()"))),
            PEOPLE);

    assertThat(waiting.status()).as(waiting.toString()).isNotZero();
    assertThat(waiting.complaints()).containsOnlyOnce("\"code\":\"not_found\"");
  }

  @Test
  void a_wait_that_may_not_go_on_ends_with_the_problem(@TempDir Path folder) throws Exception {
    List<String> forgetting = List.of("echo '{}' > \"$SESSION\"", "ACTION=act_none");

    Finished waiting =
        run(folder, script(List.of(block("login()"), forgetting, block("wait_for()"))), PEOPLE);

    assertThat(waiting.status()).as(waiting.toString()).isNotZero();
    assertThat(waiting.complaints()).containsOnlyOnce("\"code\":\"invalid_input\"");
  }

  @Test
  void a_token_that_expires_is_renewed(@TempDir Path folder) throws Exception {
    List<String> later =
        List.of(
            "OLD=$(jq -r .refresh_token \"$SESSION\")",
            "jq '.until = 0' \"$SESSION\" > expired && cp expired \"$SESSION\"",
            "api \"$SLIPWAY/api/v1/me\" | jq -r .user.email",
            "jq -r --arg old \"$OLD\" '.until > now and .refresh_token != $old' \"$SESSION\"");

    Finished asked = run(folder, script(List.of(block("login()"), later)), PEOPLE);

    assertThat(asked.status()).as(asked.toString()).isZero();
    assertThat(asked.printed()).endsWith(People.TENANT.email() + "\ntrue\n");
  }

  @Test
  void whoever_names_nobody_is_told_so_and_asks_nothing(@TempDir Path folder) throws Exception {
    Finished asked = run(folder, script(List.of(block("login()"))), Map.of());

    assertThat(asked.status()).isNotZero();
    assertThat(asked.printed()).isEmpty();
    assertThat(asked.complaints()).contains("EMAIL: ").doesNotContain("curl", "code");
  }

  /// The recipe with a word in it.
  private List<String> block(String word) {
    return blocks.stream()
        .filter(block -> block.language().equals("sh"))
        .map(MarkdownPage.Block::lines)
        .filter(lines -> lines.stream().anyMatch(line -> line.contains(word)))
        .findFirst()
        .orElseThrow();
  }

  /// How a script ended.
  private record Finished(int status, String printed, String complaints) {}

  /// Runs a script as the page advises.
  private static Finished run(Path folder, String script, Map<String, String> people)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    Path file = Files.writeString(folder.resolve("recipes.sh"), script);
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euo", "pipefail", file.toString())
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .redirectOutput(output.toFile());
    shell.environment().keySet().removeAll(PEOPLE.keySet());
    shell.environment().put("SLIPWAY", SLIPWAY.address().toString());
    shell.environment().putAll(people);
    Process running = shell.start();
    boolean isOver = running.waitFor(3, TimeUnit.MINUTES);
    running.destroy();
    String said = Files.readString(output);
    String complaints = Files.readString(errors);
    assertThat(isOver).as("ends in time, and not after:\n%s\n%s", said, complaints).isTrue();
    return new Finished(running.exitValue(), said, complaints);
  }

  private static String script(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).collect(Collectors.joining("\n", "", "\n"));
  }

  /// All of them for one shell, each where the one before left off.
  private String wholePage() {
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
