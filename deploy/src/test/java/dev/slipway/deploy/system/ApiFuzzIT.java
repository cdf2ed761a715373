package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What strangers and slips of the pen may send, made up from the API's own description: nothing
/// answers with a 5xx, or with what the description does not say.
class ApiFuzzIT {

  /// Fuzzed apart: they end sessions, workers or the patience of a reader.
  private static final List<String> APART =
      List.of(
          "GET /api/v1/actions/{id}/events",
          "POST /api/v1/admin/workers/{id}/drain",
          "POST /api/v1/auth/logout",
          "PUT /api/v1/me/password");

  /// There is no action on a server yet that could be begun.
  private static final String NEVER = "POST /api/v1/servers/{id}/actions/{type}";

  private static final int FEWEST = 50;
  private static final int ROUNDS = 5;

  /// The suite repeats itself; `./slipway fuzz` looks further.
  private static final long SEED = Long.getLong("fuzz.seed", 312_744);

  private static final Path DIRECTORY = Path.of("target", "fuzz").toAbsolutePath();

  /// One for each test, for the operator drains its worker. Wrong guesses are not slowed down here:
  /// they would all be one answer.
  private final SlipwayProcess slipway =
      SlipwayProcess.with(
          Map.of(
              "SLIPWAY_TEMPORAL", "memory",
              "SLIPWAY_PASSWORD_COST", "4",
              "SLIPWAY_THROTTLE_FREE", "1000000",
              "SLIPWAY_THROTTLE_FREE_SHARED", "1000000"));

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(DIRECTORY);
    slipway.start();
    System.out.println("The API is fuzzed with seed " + SEED + " (-Dfuzz.seed repeats it).");
  }

  @AfterEach
  void stop() {
    slipway.close();
  }

  @Test
  void a_tenant_finds_no_fault() {
    FuzzWorld world = FuzzWorld.of(slipway, People.TENANT);
    FuzzedDescription description = world.described();

    Tally tally = fuzz(People.TENANT, world, description);

    assertEnough(description, tally);
    assertThat(missed(description, tally).filter(name -> !isForOperators(name)))
        .as("operations without a 2xx, seed %d\n%s", SEED, tally)
        .containsExactly(NEVER);
    assertThat(description.operations().stream().filter(ApiFuzzIT::isForOperators))
        .as("what is not for tenants, seed %d", SEED)
        .isNotEmpty()
        .noneMatch(tally::isReached);
  }

  /// There is nothing that only an administrator may do: an operator reaches every operation. Once
  /// there is, this says which, and an administrator has to be fuzzed beside him.
  @Test
  void an_operator_finds_no_fault() {
    FuzzWorld world = FuzzWorld.of(slipway, People.OPERATOR);
    FuzzedDescription description = world.described();

    Tally tally = fuzz(People.OPERATOR, world, description);

    assertEnough(description, tally);
    assertThat(missed(description, tally))
        .as("operations without a 2xx, seed %d\n%s", SEED, tally)
        .containsExactly(NEVER);
  }

  private Tally fuzz(People person, FuzzWorld world, FuzzedDescription description) {
    var tally = new Tally();
    var fuzz = new Schemathesis(slipway.address(), SEED, DIRECTORY);
    String name = person.name().toLowerCase(Locale.ROOT);
    tally.add(fuzz.run(name, world.token(), description, choice("--exclude-name", APART)));
    for (String operation : APART) {
      String run = name + "-" + APART.indexOf(operation);
      tally.add(
          fuzz.run(run, world.token(), description, choice("--include-name", List.of(operation))));
    }
    return more(fuzz, tally, name, world, description);
  }

  /// Chance may soon find nothing new for a small input: those get another go with other seeds.
  private static Tally more(
      Schemathesis fuzz, Tally tally, String name, FuzzWorld world, FuzzedDescription description) {
    for (int round = 1; round <= ROUNDS; round++) {
      for (String operation : description.operationsWithInput()) {
        if (tally.cases(operation) < FEWEST) {
          String run = "%s-again-%d".formatted(name, round);
          String[] it = choice("--include-name", List.of(operation));
          tally.add(fuzz.with(SEED + round).run(run, world.token(), description, it));
        }
      }
    }
    return tally;
  }

  /// An operation that takes nothing has one case, which says all; one that takes a path, a query,
  /// a header or a body has at least fifty.
  private static void assertEnough(FuzzedDescription description, Tally tally) {
    List<String> varied = description.operationsWithInput();
    assertThat(varied).hasSizeGreaterThan(description.operations().size() / 2);
    System.out.printf("Cases and successes of each operation:%n%s", tally);
    assertThat(varied.stream().filter(operation -> tally.cases(operation) < FEWEST))
        .as("operations with an input and fewer than %d cases\n%s", FEWEST, tally)
        .isEmpty();
    assertThat(description.operations().stream().filter(each -> tally.cases(each) == 0))
        .as("operations that were never called\n%s", tally)
        .isEmpty();
  }

  private static String[] choice(String option, List<String> operations) {
    return operations.stream()
        .flatMap(operation -> Stream.of(option, operation))
        .toArray(String[]::new);
  }

  private static Stream<String> missed(FuzzedDescription description, Tally tally) {
    return description.operations().stream().filter(name -> !tally.isReached(name));
  }

  private static boolean isForOperators(String operation) {
    return operation.contains("/admin/") || operation.endsWith("/history");
  }
}
