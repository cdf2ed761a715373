package dev.slipway.deploy.local;

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
            Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator))
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
        Stream.ofNullable(env.get("GOBIN")).map(Path::of),
        Stream.concat(
                Stream.ofNullable(env.get("GOPATH")).map(Path::of),
                Stream.ofNullable(env.get("HOME")).map(home -> Path.of(home, "go")))
            .map(go -> go.resolve("bin")));
  }
}
