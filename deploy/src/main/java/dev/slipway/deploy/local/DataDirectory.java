package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Everything a local Slipway keeps, in one directory that one launcher at a time may use.
public final class DataDirectory implements AutoCloseable {

  private final Path root;
  private final DirectoryLock lock;
  private final Openings openings;

  private DataDirectory(Path root, DirectoryLock lock, Openings openings) {
    this.root = root;
    this.lock = lock;
    this.openings = openings;
  }

  /// Creates the directory when absent (mode 0700) and takes it for this launcher.
  ///
  /// @throws StartFailedException when another launcher uses it or it cannot be written
  public static DataDirectory open(Path root) {
    return open(root, new Openings());
  }

  /// Like [#open(Path)].
  ///
  /// @param openings told of all that works on it
  static DataDirectory open(Path root, Openings openings) {
    try {
      Path real = PrivateFiles.directory(root.toAbsolutePath().normalize()).toRealPath();
      return new DataDirectory(real, DirectoryLock.take(real.resolve("launcher.lock")), openings);
    } catch (IOException e) {
      throw new StartFailedException(
          "cannot use the data directory %s: %s".formatted(root, reason(e)));
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case FileAlreadyExistsException there -> there.getFile() + " is no directory";
      case AccessDeniedException denied -> "this user may not write " + denied.getFile();
      case FileSystemException other when other.getReason() != null ->
          other.getFile() + ": " + other.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }

  /// The absolute path, links resolved.
  public Path root() {
    return root;
  }

  /// What works on it.
  Openings openings() {
    return openings;
  }

  /// PostgreSQL's own data directory; PostgreSQL creates it.
  Path postgres() {
    return root.resolve("postgres");
  }

  /// The database file of the local Temporal server.
  Path temporalDatabase() throws IOException {
    return PrivateFiles.directory(root.resolve("temporal")).resolve("temporal.db");
  }

  /// What is known of a child process of that name: its pid, ports and log.
  ChildFiles child(String name) throws IOException {
    return new ChildFiles(
        PrivateFiles.directory(root.resolve("run")),
        PrivateFiles.directory(root.resolve("logs")),
        name);
  }

  /// The generated passwords and keys.
  Secrets secrets() throws IOException {
    return new Secrets(PrivateFiles.directory(root.resolve("secrets")));
  }

  /// Lets another launcher use the directory.
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("releasing the lock of " + root, e);
    }
  }
}
