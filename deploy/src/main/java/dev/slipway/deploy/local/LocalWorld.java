package dev.slipway.deploy.local;

import static dev.slipway.deploy.local.Variables.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Everything Slipway needs around it, ready to use: a database, a Temporal, a place for data.
/// Whatever the environment does not name is started here, watched, and stopped on close.
public final class LocalWorld implements AutoCloseable {

  private final DataDirectory data;
  private final String secretKey;
  private final LocalPostgres postgres;
  private final LocalTemporal temporal;
  private final Supervisor supervisor;

  private LocalWorld(
      DataDirectory data, String secretKey, LocalPostgres postgres, LocalTemporal temporal) {
    this.data = data;
    this.secretKey = secretKey;
    this.postgres = postgres;
    this.temporal = temporal;
    this.supervisor =
        new Supervisor(
            Stream.of(temporal.child(), postgres.child()).flatMap(Optional::stream).toList());
  }

  /// Opens it as the environment says (`SLIPWAY_DATA`, `SLIPWAY_CACHE`, `SLIPWAY_SECRET_KEY`,
  /// `DATABASE_URL`, `DATABASE_OWNER_URL`, `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`,
  /// `TEMPORAL_UI_URL`, `SLIPWAY_TEMPORAL`) and returns when every part serves.
  ///
  /// @throws StartFailedException when a part does not come up; nothing is left running then
  public static LocalWorld open(Map<String, String> env) {
    return open(env, new Openings());
  }

  /// Like [#open(Map)], and can be stopped meanwhile.
  ///
  /// @param openings told of each part, and in the end of the whole
  public static LocalWorld open(Map<String, String> env, Openings openings) {
    DataDirectory data =
        DataDirectory.open(Path.of(given(env, "SLIPWAY_DATA").orElse(".slipway")), openings);
    try {
      Optional<String> key = given(env, "SLIPWAY_SECRET_KEY");
      String used = key.isPresent() ? key.get() : data.secrets().encryptionKey();
      return openParts(env, data, used);
    } catch (IOException e) {
      data.close();
      throw new UncheckedIOException("opening " + data.root(), e);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /// The role that runs migrations.
  public DatabaseLogin owner() {
    return postgres.owner();
  }

  /// The role everything else uses.
  public DatabaseLogin app() {
    return postgres.app();
  }

  /// Where Temporal is.
  public TemporalEndpoint temporal() {
    return temporal.endpoint();
  }

  /// The key that encrypts secrets at rest: the one given, else the generated one.
  public String secretKey() {
    return secretKey;
  }

  /// The passwords of people to whom none was given.
  public GeneratedPasswords passwords() {
    try {
      return new GeneratedPasswords(data.secrets());
    } catch (IOException e) {
      throw new UncheckedIOException("opening the secrets in " + data.root(), e);
    }
  }

  /// Stops Temporal, then PostgreSQL, and lets another launcher use the directory.
  @Override
  public void close() {
    supervisor.close();
    temporal.close();
    postgres.close();
    data.close();
  }

  private static LocalWorld openParts(Map<String, String> env, DataDirectory data, String key) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<LocalPostgres> postgres =
          CompletableFuture.supplyAsync(() -> LocalPostgres.open(env, data), threads);
      CompletableFuture<LocalTemporal> temporal =
          CompletableFuture.supplyAsync(() -> LocalTemporal.open(env, data), threads);
      try {
        LocalPostgres database = postgres.join();
        LocalTemporal engine = temporal.join();
        return data.openings()
            .open(data, () -> new LocalWorld(data, key, database, engine), LocalWorld::close);
      } catch (RuntimeException e) {
        temporal.thenAccept(LocalTemporal::close).exceptionally(_ -> null).join();
        postgres.thenAccept(LocalPostgres::close).exceptionally(_ -> null).join();
        throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause
            ? cause
            : e;
      }
    }
  }
}
