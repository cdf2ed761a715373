package dev.slipway.deploy.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// Directories of tests.
public final class Directories {

  private Directories() {}

  /// Removes it with everything in it; a process that has just been killed may still be writing.
  public static void delete(Path root) {
    Awaitility.await()
        .ignoreExceptions()
        .until(() -> {
          remove(root);
          return !Files.exists(root);
        });
  }

  private static void remove(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
