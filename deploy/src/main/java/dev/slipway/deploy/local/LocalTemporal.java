package dev.slipway.deploy.local;

import static dev.slipway.deploy.local.Variables.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The Temporal of this Slipway: the one it is given, a local server, or the engine in memory.
///
/// @param endpoint where it is
/// @param child the local server; empty in the other modes
/// @param engine the engine in memory; empty in the other modes
record LocalTemporal(
    TemporalEndpoint endpoint, Optional<Child> child, Optional<InMemoryTemporal> engine)
    implements AutoCloseable {

  private static final String NAMESPACE = "default";
  private static final Duration RETENTION = Duration.ofDays(3);
  private static final String HOW_TO_GET =
      "Get the real server with `./slipway temporal`, or give one with TEMPORAL_ADDRESS.";
  private static final String MEMORY_NOTICE =
      "Temporal runs in memory: no Web UI, schedules, workflow lists or resets, and its histories end with this process (orders continue from the database). "
          + HOW_TO_GET;

  /// Takes the first rung that applies: `TEMPORAL_ADDRESS`; `SLIPWAY_TEMPORAL=memory`; a `temporal`
  /// program that is found; the engine in memory, unless `SLIPWAY_TEMPORAL=local` rules it out.
  ///
  /// @throws StartFailedException when the server does not come up, or the one asked for is missing
  static LocalTemporal open(Map<String, String> env, DataDirectory data) {
    try {
      Optional<String> address = given(env, "TEMPORAL_ADDRESS");
      return address.isPresent() ? at(address.get(), env, data) : start(env, data);
    } catch (IOException e) {
      throw new UncheckedIOException("opening Temporal in " + data.root(), e);
    }
  }

  /// Stops what was started here; a given server is left alone.
  @Override
  public void close() {
    engine.ifPresent(InMemoryTemporal::close);
    child.ifPresent(Child::stop);
  }

  private static LocalTemporal at(String address, Map<String, String> env, DataDirectory data)
      throws IOException {
    stopLeftover(data);
    TemporalEndpoint endpoint =
        new TemporalEndpoint(
            TemporalMode.EXTERNAL,
            address,
            namespace(env),
            given(env, "TEMPORAL_UI_URL"),
            Optional.empty());
    return new LocalTemporal(endpoint, Optional.empty(), Optional.empty());
  }

  private static LocalTemporal start(Map<String, String> env, DataDirectory data)
      throws IOException {
    String wish = given(env, "SLIPWAY_TEMPORAL").orElse("auto");
    Optional<Path> program = TemporalProgram.find(env);
    return switch (wish) {
      case "memory" -> inMemory(env, data);
      case "local" -> server(program.orElseThrow(LocalTemporal::missing), env, data);
      case "auto" -> program.isPresent() ? server(program.get(), env, data) : inMemory(env, data);
      default ->
          throw new StartFailedException(
              "SLIPWAY_TEMPORAL is " + wish + ", and may be auto, memory or local");
    };
  }

  private static StartFailedException missing() {
    return new StartFailedException(
        "SLIPWAY_TEMPORAL=local, and there is no `temporal` program on PATH or in the cache. "
            + HOW_TO_GET);
  }

  private static LocalTemporal server(Path program, Map<String, String> env, DataDirectory data)
      throws IOException {
    TemporalServer server = new TemporalServer(program, data.temporalDatabase(), namespace(env));
    Child child = new Child(server, data.child("temporal"), data.openings());
    child.start();
    TemporalFrontend frontend = new TemporalFrontend(child.ports().getFirst(), namespace(env));
    frontend.keepHistories(RETENTION);
    TemporalEndpoint endpoint =
        new TemporalEndpoint(
            TemporalMode.LOCAL,
            frontend.address(),
            namespace(env),
            Optional.of("http://127.0.0.1:" + child.ports().get(1)),
            Optional.empty());
    return new LocalTemporal(endpoint, Optional.of(child), Optional.empty());
  }

  private static LocalTemporal inMemory(Map<String, String> env, DataDirectory data)
      throws IOException {
    stopLeftover(data);
    int port = data.child("temporal-memory").ports(1).getFirst();
    InMemoryTemporal engine = InMemoryTemporal.start(port);
    TemporalFrontend frontend = new TemporalFrontend(port, namespace(env));
    frontend.registerSearchAttributes();
    TemporalEndpoint endpoint =
        new TemporalEndpoint(
            TemporalMode.MEMORY,
            frontend.address(),
            namespace(env),
            Optional.empty(),
            Optional.of(MEMORY_NOTICE));
    return new LocalTemporal(endpoint, Optional.empty(), Optional.of(engine));
  }

  private static void stopLeftover(DataDirectory data) throws IOException {
    Child.stopLeftover(TemporalServer.kindOn(data.temporalDatabase()), data.child("temporal"));
  }

  private static String namespace(Map<String, String> env) {
    return given(env, "TEMPORAL_NAMESPACE").orElse(NAMESPACE);
  }
}
