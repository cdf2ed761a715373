package dev.slipway.deploy.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the build made and `./slipway up` runs.
final class Distribution {

  private static final Path HOME = Path.of("target", "slipway").toAbsolutePath();

  private Distribution() {}

  /// The command that starts what the build made; it finds everything built, because the tests run
  /// after that.
  static List<String> up() {
    Path built = HOME.resolve("built");
    try {
      Files.write(built, new byte[0]);
      Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException("marking what is built", e);
    }
    return List.of(Path.of("..", "slipway").toAbsolutePath().normalize().toString(), "up");
  }

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
