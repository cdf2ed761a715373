package dev.slipway.deploy.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The fuzzer that reads OpenAPI, as `./slipway test` obtained it.
///
/// @param api where requests go
/// @param seed what repeats a run
/// @param directory where descriptions and reports are kept
record Schemathesis(URI api, long seed, Path directory) {

  private static final int EXAMPLES = 50;
  private static final int PATIENCE_SECONDS = 300;
  private static final String CHECKS =
      "not_a_server_error,status_code_conformance,content_type_conformance,"
          + "response_headers_conformance,response_schema_conformance";

  /// The same with other chances.
  Schemathesis with(long otherSeed) {
    return new Schemathesis(api, otherSeed, directory);
  }

  /// Fuzzes operations as the bearer of a token.
  ///
  /// @param name of the run
  /// @param operations options that choose some
  /// @return the report, line by line
  Path run(String name, String token, FuzzedDescription description, String... operations) {
    Path schema = description.writtenTo(directory.resolve(name + ".openapi.json"));
    Path report = directory.resolve(name + ".ndjson");
    List<String> command = new ArrayList<>(List.of(program(), "run", schema.toString()));
    command.addAll(List.of("--url", api.toString(), "-H", "Authorization: Bearer " + token));
    command.addAll(List.of("--phases", "examples,fuzzing", "-c", CHECKS));
    command.addAll(List.of("-n", Integer.toString(EXAMPLES), "--seed", Long.toString(seed)));
    command.addAll(List.of("-w", "1", "--no-color", "--continue-on-failure"));
    command.addAll(List.of("--generation-database", "none", "--request-timeout", "20"));
    command.addAll(List.of("--report", "ndjson", "--report-ndjson-path", report.toString()));
    command.addAll(List.of(operations));
    perform(name, command);
    return report;
  }

  private void perform(String name, List<String> command) {
    Path output = directory.resolve(name + ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean isOver = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!isOver) {
        process.destroyForcibly();
      }
      if (!isOver || process.exitValue() != 0) {
        throw new AssertionError(
            "The fuzz '%s' with seed %d %s; repeat it with -Dfuzz.seed=%d\n%s"
                .formatted(
                    name,
                    seed,
                    isOver ? "found a fault" : "did not end",
                    seed,
                    Files.readString(output)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("running " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String program() {
    return Optional.ofNullable(System.getenv("SLIPWAY_SCHEMATHESIS"))
        .or(Schemathesis::inCache)
        .or(Schemathesis::onPath)
        .orElseThrow(() ->
            new IllegalStateException(
                "no schemathesis found: run ./slipway test, or pip install schemathesis and"
                    + " set SLIPWAY_SCHEMATHESIS to its path"));
  }

  /// Where `./slipway test` puts it.
  private static Optional<String> inCache() {
    Path home = Path.of(System.getProperty("user.home"), ".cache", "slipway");
    Path cache = Optional.ofNullable(System.getenv("SLIPWAY_CACHE")).map(Path::of).orElse(home);
    try (Stream<Path> folders = Files.list(cache)) {
      return folders
          .filter(folder -> String.valueOf(folder.getFileName()).startsWith("schemathesis-"))
          .map(folder -> folder.resolve("bin").resolve("schemathesis"))
          .filter(Files::isExecutable)
          .max(Comparator.naturalOrder())
          .map(Path::toString);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> onPath() {
    String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(folders.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "schemathesis"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
