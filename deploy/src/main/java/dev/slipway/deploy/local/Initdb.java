package dev.slipway.deploy.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes the cluster at the first start.
///
/// @param binaries the PostgreSQL to make it with
/// @param directory where it shall be
/// @param openings told of the program while it runs
record Initdb(PostgresBinaries binaries, Path directory, Openings openings) {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final Duration CLEAN_LIMIT = Duration.ofSeconds(10);

  /// Works in a directory beside and renames it when whole, so that a start killed in between is
  /// simply done again. Every try has a directory of its own: the initdb of a killed launcher may
  /// still be writing to the last.
  void runUnlessDone(Path passwordFile) throws IOException {
    if (Files.exists(directory.resolve("PG_VERSION"))) {
      return;
    }
    Path parent = directory.resolveSibling(".").normalize();
    String unfinished = directory.getFileName() + ".unfinished";
    try (Stream<Path> tries = Files.list(parent)) {
      tries.filter(path -> isNamed(path, unfinished)).toList().forEach(Initdb::clean);
    }
    Path target = Files.createTempDirectory(parent, unfinished);
    run(target, passwordFile);
    Files.move(target, directory, ATOMIC_MOVE);
  }

  private static boolean isNamed(Path path, String prefix) {
    return String.valueOf(path.getFileName()).startsWith(prefix);
  }

  private static void clean(Path unfinished) {
    if (!Poll.until(CLEAN_LIMIT, () -> isCleaned(unfinished))) {
      throw new StartFailedException("cannot delete " + unfinished + ": an initdb writes to it");
    }
  }

  private static boolean isCleaned(Path unfinished) {
    OsProcess.all()
        .filter(process -> process.mentions(unfinished) || process.worksIn(unfinished))
        .forEach(OsProcess::kill);
    try {
      Trees.delete(unfinished);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void run(Path target, Path passwordFile) throws IOException {
    List<String> command = new ArrayList<>(NotRoot.prefix());
    command.addAll(
        List.of(
            binaries.initdb().toString(),
            "--pgdata=" + target,
            "--username=" + PostgresCluster.SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--no-instructions"));
    Process process = openings.open(this, () -> begin(command), Initdb::end);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitCode(process) != 0) {
      throw new StartFailedException("initdb for " + directory + " failed:\n" + output.indent(2));
    }
  }

  private static Process begin(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException("running " + command.getFirst(), e);
    }
  }

  /// It works through servers of its own, which go when it goes.
  private static void end(Process process) {
    if (!process.isAlive()) {
      return;
    }
    List<OsProcess> under = process.descendants().map(OsProcess::new).toList();
    new OsProcess(process.toHandle()).stop("TERM", STOP_LIMIT);
    under.forEach(OsProcess::kill);
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailedException("interrupted while initdb ran", e);
    }
  }
}
