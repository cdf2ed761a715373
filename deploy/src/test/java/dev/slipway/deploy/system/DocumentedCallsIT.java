package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deploy.docs.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call with curl that stands on a page of the documentation is made as it stands there, with
/// what the reader would put in the places left open; [RecipesIT] makes those of the recipes.
class DocumentedCallsIT {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String LEFT_OPEN = "…";
  private static final SlipwayProcess SLIPWAY =
      SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "memory"));

  /// Calls whose page says that they are refused, by a word in them.
  private static final Map<String, String> REFUSED =
      Map.of("/actions/reboot", "422", "/lane\" -H \"Authorization: Bearer $TOKEN\" \\", "409");

  private static final String COUNTED =
      "curl() { command curl \"$@\" -o /dev/null -w '%{http_code}\\n'; }\n";

  private static final Map<String, String> OPEN = new HashMap<>();

  @BeforeAll
  static void start() {
    SLIPWAY.start();
    var admin = ApiClient.signedIn(SLIPWAY.address(), People.ADMIN);
    var tenant = new Buyer(ApiClient.signedIn(SLIPWAY.address(), People.TENANT));
    var parking = new SimulatedLocation(admin, "sim-2").fast();
    parking.failAlways("create_machine", "capacity");
    Ordered parked = tenant.orders("documented-parked", "sim-2");
    tenant.awaits(parked, "parked");
    parking.clear();
    new SimulatedLocation(admin, "sim-1").fast();
    Ordered done = tenant.orders("documented", "sim-1");
    tenant.awaits(done, "succeeded");
    var session =
        ApiClient.anonymous(SLIPWAY.address())
            .post(
                "/auth/login",
                Map.of("email", People.TENANT.email(), "password", People.TENANT.password()))
            .body();
    OPEN.put("demo@northwind.example", People.TENANT.email());
    OPEN.put("\"password\":\"…\"", "\"password\":\"" + People.TENANT.password() + "\"");
    OPEN.put("export SLIPWAY=http://127.0.0.1:8080", "");
    OPEN.put("eyJ…", session.path("access_token").asText());
    OPEN.put("slr_…", session.path("refresh_token").asText());
    OPEN.put("actions/act_…", "actions/" + parked.action());
    OPEN.put("[\"act_2…\",\"act_1…\"]", "[\"" + done.action() + "\",\"" + parked.action() + "\"]");
    OPEN.put("$ACTION", done.action());
    OPEN.put("$SERVER", done.server());
    OPEN.put("$WORKER", admin.presentWorker());
  }

  @AfterAll
  static void stop() {
    SLIPWAY.close();
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.endsWith("recipes.md") && !calls(file).isEmpty())
          .sorted()
          .toList();
    }
  }

  private static List<String> calls(Path page) {
    return MarkdownPage.of(page).blocks().stream()
        .filter(block -> block.language().equals("sh"))
        .map(block -> String.join("\n", block.lines()))
        .filter(block -> block.contains("curl "))
        .toList();
  }

  @Test
  void many_pages_have_calls() throws IOException {
    assertThat(pages()).hasSizeGreaterThan(6);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_call_of_a_page_is_answered_as_it_says(Path page, @TempDir Path home)
      throws IOException, InterruptedException {
    boolean isForOperators = page.toString().contains("operator");
    var token =
        ApiClient.signedIn(SLIPWAY.address(), isForOperators ? People.ADMIN : People.TENANT)
            .token();
    Files.createDirectory(home.resolve(".ssh"));
    Files.writeString(
        home.resolve(".ssh").resolve("id_ed25519.pub"),
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2 me");

    for (String call : calls(page)) {
      String filled = filled(call);
      assertThat(filled).as("what is left open on %s", page).doesNotContain(LEFT_OPEN);
      assertThat(statuses(filled, token, home)).as("%s:\n%s", page, call).isEqualTo(stated(call));
    }
  }

  private static String filled(String call) {
    String filled = call;
    for (Map.Entry<String, String> each : OPEN.entrySet()) {
      filled = filled.replace(each.getKey(), each.getValue());
    }
    return filled;
  }

  /// One for each call.
  private static List<String> stated(String call) {
    String status =
        REFUSED.entrySet().stream()
            .filter(refused -> call.contains(refused.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("2xx");
    return call.lines().filter(line -> line.startsWith("curl ")).map(line -> status).toList();
  }

  private static List<String> statuses(String script, String token, Path home)
      throws IOException, InterruptedException {
    Path output = home.resolve("output");
    var shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", COUNTED + script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile());
    shell.environment().put("SLIPWAY", SLIPWAY.address().toString());
    shell.environment().put("TOKEN", token);
    shell.environment().put("HOME", home.toString());
    Process running = shell.start();
    boolean isOver = running.waitFor(1, TimeUnit.MINUTES);
    running.destroy();
    assertThat(isOver).as("ends in time:\n%s", script).isTrue();
    assertThat(running.exitValue()).as(script).isZero();
    List<String> statuses = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      statuses.add(line.matches("2\\d\\d") ? "2xx" : line);
    }
    return statuses;
  }
}
