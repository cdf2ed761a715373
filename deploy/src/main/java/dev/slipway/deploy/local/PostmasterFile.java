package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL's own `postmaster.pid` says.
///
/// @param pid the server that wrote it, which may be long dead
/// @param port where it listens, 0 before it does
/// @param status `starting`, `ready`, `stopping` …; empty in the first moments
/// @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">storage layout</a>
record PostmasterFile(long pid, int port, String status) {

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /// Reads it; empty when there is no such file, or not yet a whole one.
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(in(cluster));
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(line(lines, PID_LINE)),
              Integer.parseInt("0" + line(lines, PORT_LINE)),
              line(lines, STATUS_LINE)));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean isReadyOn(int expectedPort) {
    return port == expectedPort && status.equals("ready");
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }
}
