package dev.slipway.deploy.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A Slipway in a JVM of its own, as `./slipway up` starts it, on a data directory of its own. It
/// can be killed in every way and started again on the same data and port.
public final class SlipwayProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final String NOT_INHERITED =
      "(DATABASE|TEMPORAL|SLIPWAY_(TEMPORAL|SECRET|DEMO|ADMIN|OPERATOR|DATA|PORT)).*";

  private final Path data;
  private final List<String> command;
  private final Map<String, String> env;
  private @Nullable Process process;
  private ConsoleLog console = new ConsoleLog();

  private SlipwayProcess(Path data, List<String> command, Map<String, String> env) {
    this.data = data;
    this.command = command;
    this.env = env;
    Runtime.getRuntime().addShutdownHook(new Thread(this::sweep));
  }

  /// Not started yet; its data directory is made and is removed on close. Its JVM is set for short
  /// lives beside others.
  ///
  /// @param settings environment variables over the usual ones
  public static SlipwayProcess with(Map<String, String> settings) {
    return with(shortLived(), settings);
  }

  /// Like [#with(Map)], but started by `./slipway up` itself, with the JVM that people get.
  public static SlipwayProcess asDelivered(Map<String, String> settings) {
    return with(Distribution.up(), settings);
  }

  private static SlipwayProcess with(List<String> command, Map<String, String> settings) {
    try {
      Path data = Files.createTempDirectory("slipway-system-").toRealPath();
      Map<String, String> env = new HashMap<>(System.getenv());
      env.keySet().removeIf(name -> name.matches(NOT_INHERITED));
      env.put("SLIPWAY_DATA", data.toString());
      env.put("SLIPWAY_PORT", Integer.toString(FreePort.find()));
      env.putAll(People.settings());
      // a few people do what a thousand would
      env.put("SLIPWAY_RATE_REQUESTS", "60000");
      env.put("SLIPWAY_RATE_TENANT", "0");
      env.putAll(settings);
      return new SlipwayProcess(data, command, env);
    } catch (IOException e) {
      throw new UncheckedIOException("making a data directory", e);
    }
  }

  /// Starts it and returns once it accepts orders.
  public SlipwayProcess start() {
    try {
      begin().console.ready().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return this;
    } catch (Exception e) {
      String said = console.tail();
      close();
      throw new AssertionError("Slipway did not start:\n" + said, e);
    }
  }

  /// Starts it and returns at once.
  SlipwayProcess begin() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(env);
    Process started = builder.start();
    process = started;
    console = ConsoleLog.of(started, data.getFileName() + ".log");
    return this;
  }

  /// Returns once every part answers again.
  void awaitHealthy() {
    Awaitility.await()
        .atMost(START_LIMIT)
        .until(() -> ApiClient.anonymous(address()).get("/health/ready").status() == 200);
  }

  public URI address() {
    return console.ready().join();
  }

  /// The JVM.
  public ProcessHandle handle() {
    return running().toHandle();
  }

  public Path data() {
    return data;
  }

  ConsoleLog console() {
    return console;
  }

  /// The child's pid, as its pid file tells.
  ///
  /// @param name `postgres` or `temporal`
  public long child(String name) {
    // there is none while it is being started again
    return Awaitility.await()
        .atMost(START_LIMIT)
        .until(() -> pid(name), pid -> pid.isPresent())
        .getAsLong();
  }

  private OptionalLong pid(String name) {
    try (Stream<String> lines = Files.lines(data.resolve("run").resolve(name + ".pid"))) {
      return lines
          .filter(line -> line.startsWith("pid="))
          .mapToLong(line -> Long.parseLong(line.substring("pid=".length())))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }

  /// The port of a child: the first one it was given.
  public int port(String name) {
    try {
      return Integer.parseInt(
          Files.readAllLines(data.resolve("run").resolve(name + ".ports")).getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the port of " + name, e);
    }
  }

  /// What it generated and keeps under a name, such as `secret-key`.
  String secret(String name) {
    try {
      return Files.readString(data.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the secret " + name, e);
    }
  }

  /// What another one is told, to work on the database and the Temporal of this one.
  Map<String, String> sharedSettings() {
    return Map.of(
        "DATABASE_URL", database("slipway_app"),
        "DATABASE_OWNER_URL", database("slipway_owner"),
        "TEMPORAL_ADDRESS", "127.0.0.1:" + port("temporal"),
        "SLIPWAY_SECRET_KEY", secret("secret-key"));
  }

  private String database(String role) {
    return "postgres://%s:%s@127.0.0.1:%d/slipway".formatted(role, secret(role), port("postgres"));
  }

  /// Makes the JVM free what nobody holds.
  void collectGarbage() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(running().pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (asked.waitFor() != 0) {
      throw new AssertionError("jcmd could not ask " + running().pid());
    }
  }

  /// kill -9 of the JVM; its children live on.
  void killJvm() {
    Signals.send("KILL", List.of(running().pid()));
    awaitEnd();
  }

  /// kill -9 of the JVM and everything under it in one blow.
  void killEverything() {
    Signals.send("KILL", everything());
    awaitEnd();
  }

  /// kill -9 of one child.
  void killChild(String name) {
    Signals.send("KILL", List.of(child(name)));
  }

  /// Stops or continues a child with everything under it, as a machine that hangs.
  ///
  /// @param signal `STOP` or `CONT`
  void signalChild(String name, String signal) {
    long pid = child(name);
    List<Long> pids = new ArrayList<>(List.of(pid));
    ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .forEach(each -> pids.add(each.pid()));
    Signals.send(signal, pids);
  }

  /// Asks it to end and returns its exit code; the console has what it said until then. (What
  /// [Process#destroy()] ends is heard no more.)
  public int stop() {
    Process asked = running();
    Signals.send("TERM", List.of(asked.pid()));
    awaitEnd();
    console.over().orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    return asked.exitValue();
  }

  /// Ends whatever is left of it and removes its data.
  @Override
  public void close() {
    Process left = process;
    if (left != null && left.isAlive()) {
      left.destroy();
      try {
        var _ = left.waitFor(STOP_LIMIT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    sweep();
    Directories.delete(data);
  }

  private Process running() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    return running;
  }

  private void awaitEnd() {
    try {
      if (!running().waitFor(STOP_LIMIT)) {
        throw new AssertionError("Slipway did not end:\n" + console.tail());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The command lines of all that works on its data.
  List<String> commandsOnTheData() {
    return ProcessHandle.allProcesses()
        .filter(this::worksOnTheData)
        .map(SlipwayProcess::commandLine)
        .toList();
  }

  private static String commandLine(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"))
          .replace('\0', ' ');
    } catch (IOException ended) {
      return "";
    }
  }

  /// The JVM, what it started, and what only the pid files or command lines still tell of.
  private List<Long> everything() {
    Process jvm = process;
    Stream<ProcessHandle> own =
        jvm == null
            ? Stream.of()
            : Stream.concat(Stream.of(jvm.toHandle()), jvm.toHandle().descendants());
    Stream<ProcessHandle> named =
        ProcessHandle.allProcesses()
            .filter(this::worksOnTheData)
            .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()));
    return Stream.concat(own, named).map(ProcessHandle::pid).distinct().toList();
  }

  private boolean worksOnTheData(ProcessHandle handle) {
    try {
      Path cwd = Path.of("/proc", Long.toString(handle.pid()), "cwd");
      return commandLine(handle).contains(data.toString())
          || Files.readSymbolicLink(cwd).startsWith(data);
    } catch (IOException e) {
      return false;
    }
  }

  private void sweep() {
    Signals.send("CONT", everything());
    Signals.send("KILL", everything());
  }

  private static List<String> shortLived() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Distribution.recordedStart().map(record -> "-XX:AOTCache=" + record).ifPresent(command::add);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx768m",
            "-cp",
            Distribution.classPath(),
            "dev.slipway.deploy.Launcher"));
    return command;
  }
}
