package dev.slipway.deploy.local;

import static dev.slipway.deploy.local.Variables.given;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the `temporal` program, which carries the server and its Web UI.
final class TemporalProgram {

  private static final String NAME = "temporal";

  private TemporalProgram() {}

  /// Looks on `PATH`, in the cache, and where `go install` puts programs.
  static Optional<Path> find(Map<String, String> env) {
    return Stream.of(
            Stream.of(given(env, "PATH").orElse("").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of),
            Stream.of(CacheDirectory.of(env).root()),
            goPrograms(env))
        .flatMap(directories -> directories)
        .map(directory -> directory.resolve(NAME).toAbsolutePath())
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst();
  }

  private static Stream<Path> goPrograms(Map<String, String> env) {
    return Stream.concat(
        given(env, "GOBIN").stream().map(Path::of),
        Stream.concat(
                given(env, "GOPATH").stream().map(Path::of),
                given(env, "HOME").stream().map(home -> Path.of(home, "go")))
            .map(go -> go.resolve("bin")));
  }
}
