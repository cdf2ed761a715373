package dev.slipway.deploy.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The source tree; the tests of a module run in its own folder.
final class Repository {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules");

  private Repository() {}

  /// Every file whose name ends so, in order, without what the build or a running Slipway made.
  static List<Path> files(Path under, String ending) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(under, new Collector(under, ending, found));
    } catch (IOException e) {
      throw new UncheckedIOException("looking through " + under, e);
    }
    return found.stream().sorted().toList();
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path under;
    private final String ending;
    private final List<Path> found;

    private Collector(Path under, String ending, List<Path> found) {
      this.under = under;
      this.ending = ending;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String name = String.valueOf(directory.getFileName());
      boolean isSkipped =
          !directory.equals(under) && (name.startsWith(".") || NOT_OURS.contains(name));
      return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(ending)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
