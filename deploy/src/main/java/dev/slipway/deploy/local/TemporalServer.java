package dev.slipway.deploy.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The real Temporal server as a child: one process with a database file and the Web UI.
final class TemporalServer implements ChildProgram {

  /// As it comes, the server lets each task wait for the next tick of 50 ms; these settings were
  /// measured to make a five-step workflow seven times as fast.
  private static final List<String> SPEED =
      List.of(
          "history.transferProcessorMaxPollRPS=5000",
          "history.timerProcessorMaxPollRPS=5000",
          "history.visibilityProcessorMaxPollRPS=5000",
          "system.enableActivityEagerExecution=true");

  private static final List<String> PRAGMAS = List.of("journal_mode=WAL", "synchronous=NORMAL");

  private final Path program;
  private final Path database;
  private final String namespace;

  TemporalServer(Path program, Path database, String namespace) {
    this.program = program;
    this.database = database;
    this.namespace = namespace;
  }

  static ChildKind kindOn(Path database) {
    return new ChildKind("temporal", "temporal", database, "TERM");
  }

  @Override
  public ChildKind kind() {
    return kindOn(database);
  }

  /// The gRPC frontend and the Web UI; the server picks its inner ones, on loopback too.
  @Override
  public int portCount() {
    return 2;
  }

  @Override
  public List<String> command(List<Integer> ports) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "server", "start-dev"));
    command.addAll(List.of("--db-filename", database.toString(), "--namespace", namespace));
    command.addAll(List.of("--ip", "127.0.0.1", "--port", ports.getFirst().toString()));
    command.addAll(List.of("--ui-port", ports.get(1).toString(), "--log-level", "warn"));
    PRAGMAS.forEach(pragma -> command.addAll(List.of("--sqlite-pragma", pragma)));
    SPEED.forEach(value -> command.addAll(List.of("--dynamic-config-value", value)));
    SearchAttribute.KEYWORDS.forEach(
        name -> command.addAll(List.of("--search-attribute", name + "=Keyword")));
    return List.copyOf(command);
  }

  /// Nothing to do: the server makes and migrates its database file itself.
  @Override
  public void prepare() {}

  @Override
  public boolean isHealthy(List<Integer> ports) {
    return new TemporalFrontend(ports.getFirst(), namespace).isReady()
        && LoopbackPorts.answers(ports.get(1));
  }
}
