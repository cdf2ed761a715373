package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A process of this machine, whoever started it.
///
/// @param handle the Java view of it
record OsProcess(ProcessHandle handle) {

  private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final Path PROC = Path.of("/proc");

  static Optional<OsProcess> of(long pid) {
    return ProcessHandle.of(pid).map(OsProcess::new);
  }

  static Stream<OsProcess> all() {
    return ProcessHandle.allProcesses().map(OsProcess::new);
  }

  long pid() {
    return handle.pid();
  }

  /// False also for a process that has ended and that nobody has collected, as in containers whose
  /// first process does not.
  boolean isAlive() {
    return handle.isAlive() && !isZombie();
  }

  /// True when this is the named program working on that data path: its command line names both.
  boolean runs(String program, Path dataPath) {
    List<String> arguments = arguments();
    return !arguments.isEmpty()
        && Path.of(arguments.getFirst()).endsWith(program)
        && arguments.contains(dataPath.toString());
  }

  /// True when its command line holds that path, alone or inside an argument.
  boolean mentions(Path path) {
    return arguments().stream().anyMatch(argument -> argument.contains(path.toString()));
  }

  /// True when its program has that name, whatever its title says.
  boolean isNamed(String program) {
    return handle.info().command().map(Path::of).filter(path -> path.endsWith(program)).isPresent();
  }

  /// True when its working directory is that one, which is how PostgreSQL's inner processes show
  /// their cluster. False where the operating system does not tell.
  boolean worksIn(Path directory) {
    try {
      return Files.readSymbolicLink(proc("cwd")).equals(directory);
    } catch (IOException e) {
      return false;
    }
  }

  /// Sends a signal by name; the shell's own `kill` is there even where the program is not.
  void signal(String name) {
    try {
      Process kill =
          new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(SIGNAL_LIMIT);
    } catch (IOException e) {
      throw new IllegalStateException("sending " + name + " to process " + pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends it: politely, then after the limit by force, and returns when it is gone.
  void stop(String politeSignal, Duration limit) {
    signal(politeSignal);
    if (!Poll.until(limit, () -> !isAlive())) {
      kill();
    }
  }

  /// Ends it by force and returns when it is gone.
  void kill() {
    handle.destroyForcibly();
    Poll.until(KILL_LIMIT, () -> !isAlive());
  }

  private List<String> arguments() {
    try {
      byte[] bytes = Files.readAllBytes(proc("cmdline"));
      return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
    } catch (IOException e) {
      return argumentsWithoutProc();
    }
  }

  private List<String> argumentsWithoutProc() {
    List<String> arguments = new ArrayList<>();
    handle.info().command().ifPresent(arguments::add);
    handle.info().arguments().map(List::of).ifPresent(arguments::addAll);
    return arguments;
  }

  private boolean isZombie() {
    try {
      String stat = Files.readString(proc("stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }

  private Path proc(String file) {
    return PROC.resolve(Long.toString(pid())).resolve(file);
  }
}
