package dev.slipway.deploy.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One child process of the launcher, kept on the same ports and data through its restarts.
///
/// A child outlives a killed launcher, so a start first looks for one that is still there: a
/// healthy one started by the very command of today is adopted, any other is stopped.
final class Child {

  private static final Logger LOG = LoggerFactory.getLogger(Child.class);
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final Duration ADOPT_LIMIT = Duration.ofSeconds(5);
  private static final Duration REPLACE_LIMIT = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final int PORT_ATTEMPTS = 3;

  private final ChildProgram program;
  private final ChildKind kind;
  private final ChildFiles files;
  private final Openings openings;
  private volatile List<Integer> ports = List.of();
  private volatile @Nullable OsProcess process;

  /// @param openings told of it before it runs
  Child(ChildProgram program, ChildFiles files, Openings openings) {
    this.program = program;
    this.kind = program.kind();
    this.files = files;
    this.openings = openings;
  }

  /// Stops a process of that kind which an earlier launcher left, because this one uses another.
  static void stopLeftover(ChildKind kind, ChildFiles files) throws IOException {
    kind.leftover(files.record())
        .ifPresent(leftover -> leftover.stop(kind.stopSignal(), STOP_LIMIT));
    files.forget();
  }

  /// Adopts or starts it and returns when it is ready.
  ///
  /// @throws StartFailedException with the end of its log when it does not come up
  void start() {
    try {
      Optional<ChildRecord> last = files.record();
      Optional<OsProcess> leftover = kind.leftover(last);
      if (leftover.isPresent() && last.isPresent() && adopt(leftover.get(), last.get())) {
        return;
      }
      leftover.ifPresent(this::replace);
      startOnAnyPorts();
    } catch (IOException e) {
      throw new UncheckedIOException("starting " + kind.name(), e);
    }
  }

  /// Starts it again where it was, after it has died.
  ///
  /// @throws StartFailedException with the end of its log when it does not come up
  void restart() {
    if (!Poll.until(STOP_LIMIT, () -> ports.stream().allMatch(LoopbackPorts::isFree))) {
      throw new StartFailedException(kind.name() + ": its ports " + ports + " are taken");
    }
    try {
      launch();
    } catch (IOException e) {
      throw new UncheckedIOException("restarting " + kind.name(), e);
    }
  }

  /// Stops it and returns when it is gone, whoever of several stops it.
  synchronized void stop() {
    OsProcess running = process;
    process = null;
    if (running == null) {
      return;
    }
    running.stop(kind.stopSignal(), STOP_LIMIT);
    try {
      files.forget();
    } catch (IOException e) {
      throw new UncheckedIOException("forgetting " + kind.name(), e);
    }
  }

  String name() {
    return kind.name();
  }

  List<Integer> ports() {
    return ports;
  }

  boolean isAlive() {
    OsProcess running = process;
    return running != null && running.isAlive();
  }

  private boolean adopt(OsProcess leftover, ChildRecord last) {
    boolean healthy =
        last.pid() == leftover.pid()
            && last.command().equals(commandLine(last.ports()))
            && Poll.until(ADOPT_LIMIT, () -> program.isHealthy(last.ports()));
    if (healthy) {
      LOG.info("local_child_adopted name={} pid={}", kind.name(), leftover.pid());
      ports = last.ports();
      var _ = hold(() -> leftover);
    }
    return healthy;
  }

  private void replace(OsProcess leftover) {
    LOG.info("local_child_replaced name={} pid={}", kind.name(), leftover.pid());
    leftover.stop(kind.stopSignal(), REPLACE_LIMIT);
  }

  private void startOnAnyPorts() throws IOException {
    for (int attempt = 1; ; attempt++) {
      ports = files.ports(program.portCount());
      try {
        launch();
        return;
      } catch (StartFailedException e) {
        if (attempt == PORT_ATTEMPTS || !lostItsPort()) {
          throw e;
        }
      }
    }
  }

  private boolean lostItsPort() {
    return files.log().tail().toLowerCase(Locale.ROOT).contains("address already in use");
  }

  private void launch() throws IOException {
    program.prepare();
    files.log().begin();
    List<String> command = commandLine(ports);
    OsProcess running = hold(() -> spawn(command));
    files.record(new ChildRecord(running.pid(), Instant.now(), kind.dataPath(), ports, command));
    awaitReady(running);
  }

  private OsProcess hold(Supplier<OsProcess> begin) {
    return openings.open(this, () -> process = begin.get(), _ -> stop());
  }

  private OsProcess spawn(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().file().toFile()));
    try {
      return new OsProcess(builder.start().toHandle());
    } catch (IOException e) {
      throw new StartFailedException("cannot run " + kind.name() + ": " + e.getMessage(), e);
    }
  }

  private void awaitReady(OsProcess running) {
    boolean settled = Poll.until(READY_LIMIT, () -> !running.isAlive() || isHealthyOrStopped());
    if (settled && running.isAlive()) {
      return;
    }
    String outcome =
        settled ? "ended at once" : "was not ready within " + READY_LIMIT.toSeconds() + " s";
    stop();
    throw new StartFailedException(
        "%s %s. The end of %s:\n  %s"
            .formatted(kind.name(), outcome, files.log().file(), files.log().tail()));
  }

  /// A look can find that it will never do; then it must not be left running.
  private boolean isHealthyOrStopped() {
    try {
      return program.isHealthy(ports);
    } catch (StartFailedException e) {
      stop();
      throw e;
    }
  }

  private List<String> commandLine(List<Integer> ports) {
    List<String> command = new ArrayList<>(OwnSession.prefix());
    command.addAll(program.command(ports));
    return command;
  }
}
