package dev.slipway.deploy.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the build made and `./slipway up` runs.
final class Distribution {

  private static final Path HOME = Path.of("target", "slipway").toAbsolutePath();

  private Distribution() {}

  static String classPath() {
    Path jars = HOME.resolve("lib");
    if (!Files.isDirectory(jars)) {
      throw new IllegalStateException("Slipway is not built: there is no " + jars);
    }
    return jars.resolve("*").toString();
  }

  /// The record of a rehearsed start; there is none where the rehearsal failed.
  static Optional<Path> recordedStart() {
    return Optional.of(HOME.resolve("start.aot")).filter(Files::exists);
  }
}
