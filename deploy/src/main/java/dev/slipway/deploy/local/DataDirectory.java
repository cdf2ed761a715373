package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.file.Path;

/// Everything a local Slipway keeps, in one directory that one launcher at a time may use.
public final class DataDirectory implements AutoCloseable {

  private final Path root;
  private final DirectoryLock lock;

  private DataDirectory(Path root, DirectoryLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /// Creates the directory when absent (mode 0700) and takes it for this launcher.
  ///
  /// @throws StartFailedException when another launcher uses it or it cannot be written
  public static DataDirectory open(Path root) {
    try {
      Path real = PrivateFiles.directory(root.toAbsolutePath().normalize()).toRealPath();
      return new DataDirectory(real, DirectoryLock.take(real.resolve("launcher.lock")));
    } catch (IOException e) {
      throw new StartFailedException("cannot use the data directory " + root + ": " + e, e);
    }
  }

  /// The absolute path, links resolved.
  public Path root() {
    return root;
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
