package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What strangers and slips of the pen may send, made up from the API's own description: nothing
/// answers with a 5xx, or with what the description does not say.
class ApiFuzz {

  /// Fuzzed apart: they end sessions, workers or the patience of a reader.
  private static final List<String> APART =
      List.of(
          "GET /api/v1/actions/{id}/events",
          "POST /api/v1/admin/workers/{id}/drain",
          "POST /api/v1/auth/logout",
          "PUT /api/v1/me/password");

  /// There is no action on a server yet that could be begun.
  private static final String NEVER = "POST /api/v1/servers/{id}/actions/{type}";

  private static final long SEED =
      Long.getLong("fuzz.seed", ThreadLocalRandom.current().nextLong(1, 1_000_000));
  private static final Path DIRECTORY = Path.of("target", "fuzz").toAbsolutePath();
  private static final SlipwayProcess SLIPWAY =
      SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "memory"));

  private final Schemathesis fuzz = new Schemathesis(SLIPWAY.address(), SEED, DIRECTORY);

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(DIRECTORY);
    SLIPWAY.start();
    System.out.println("The API is fuzzed with seed " + SEED + " (-Dfuzz.seed repeats it).");
  }

  @AfterAll
  static void stop() {
    SLIPWAY.close();
  }

  @Test
  void a_tenant_finds_no_fault() {
    FuzzWorld world = FuzzWorld.of(SLIPWAY, People.TENANT);
    FuzzedDescription description = world.described();

    Set<String> reached = fuzz.run("tenant", world.token(), description, but(APART));
    reached.addAll(apart("tenant", People.TENANT, description));

    Set<String> missed = missed(description, reached);
    missed.removeIf(name -> name.contains("/admin/") || name.endsWith("/history"));
    assertThat(missed).as("operations without a 2xx, seed %d", SEED).containsExactly(NEVER);
  }

  @Test
  void an_administrator_finds_no_fault() {
    FuzzWorld world = FuzzWorld.of(SLIPWAY, People.ADMIN);
    FuzzedDescription description = world.described();

    Set<String> reached = fuzz.run("administrator", world.token(), description, but(APART));
    reached.addAll(apart("administrator", People.ADMIN, description));

    assertThat(missed(description, reached))
        .as("operations without a 2xx, seed %d", SEED)
        .containsExactly(NEVER);
  }

  private Set<String> apart(String name, People person, FuzzedDescription description) {
    Set<String> reached = new TreeSet<>();
    for (String operation : APART) {
      String token = FuzzWorld.signIn(SLIPWAY, person).path("access_token").asText();
      reached.addAll(
          fuzz.run(
              name + "-" + APART.indexOf(operation),
              token,
              description,
              "--include-name",
              operation));
    }
    return reached;
  }

  private static String[] but(List<String> operations) {
    return operations.stream()
        .flatMap(operation -> List.of("--exclude-name", operation).stream())
        .toArray(String[]::new);
  }

  private static Set<String> missed(FuzzedDescription description, Set<String> reached) {
    Set<String> missed = new TreeSet<>(description.operations());
    missed.removeAll(reached);
    return missed;
  }
}
