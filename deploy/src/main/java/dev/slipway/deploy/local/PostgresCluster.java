package dev.slipway.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The embedded PostgreSQL server: one cluster in the data directory, reachable on the loopback
/// address with a password only.
final class PostgresCluster implements ChildProgram {

  static final String SUPERUSER = "postgres";

  private static final String VERSION = "18";
  private static final String WRONG_PASSWORD = "28P01";
  private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(10);
  private static final int PROBE_SECONDS = 3;

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=120",
          "shared_buffers=192MB",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_line_prefix=%m [%p] %q%u@%d ",
          "log_min_duration_statement=1s",
          "log_lock_waits=on",
          "client_connection_check_interval=5s");

  private final Path directory;
  private final PostgresBinaries binaries;
  private final Secrets secrets;
  private final Initdb initdb;

  PostgresCluster(Path directory, PostgresBinaries binaries, Secrets secrets, Openings openings) {
    this.directory = directory;
    this.binaries = binaries;
    this.secrets = secrets;
    this.initdb = new Initdb(binaries, directory, openings);
  }

  /// Stopped by a fast shutdown, because a polite one waits for clients that may never leave.
  static ChildKind kindOn(Path directory) {
    return new ChildKind("postgres", "postgres", directory, "INT");
  }

  @Override
  public ChildKind kind() {
    return kindOn(directory);
  }

  @Override
  public int portCount() {
    return 1;
  }

  @Override
  public List<String> command(List<Integer> ports) {
    List<String> command = new ArrayList<>(NotRoot.prefix());
    command.addAll(List.of(binaries.postgres().toString(), "-D", directory.toString()));
    Stream.concat(Stream.of("port=" + ports.getFirst()), SETTINGS.stream())
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    return List.copyOf(command);
  }

  @Override
  public void prepare() {
    try {
      secrets.password(SUPERUSER);
      awaitEmpty();
      initdb.runUnlessDone(secrets.file(SUPERUSER));
      checkVersion();
      forgetForeignPostmaster();
    } catch (IOException e) {
      throw new UncheckedIOException("preparing " + directory, e);
    }
  }

  @Override
  public boolean isHealthy(List<Integer> ports) {
    int port = ports.getFirst();
    if (PostmasterFile.read(directory).filter(file -> file.isReadyOn(port)).isEmpty()) {
      return false;
    }
    try (Connection connection = superuser(port).connect(PROBE_SECONDS);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW data_directory")) {
      return result.next() && Path.of(result.getString(1)).equals(directory);
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new StartFailedException(
            "PostgreSQL in %s refuses the password kept in %s: restore that file"
                .formatted(directory, secrets.file(SUPERUSER)),
            e);
      }
      return false;
    }
  }

  /// The way in for setting up roles; nothing else uses it.
  DatabaseLogin superuser(int port) {
    return new DatabaseLogin(address(port, "postgres"), SUPERUSER, password(SUPERUSER));
  }

  /// The way in for an ordinary role.
  DatabaseLogin login(int port, String database, String role) {
    return new DatabaseLogin(address(port, database), role, password(role));
  }

  private static String address(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private String password(String role) {
    try {
      return secrets.password(role);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + secrets.file(role), e);
    }
  }

  /// The inner processes of a killed server leave by themselves within moments, but a new server
  /// refuses to start beside them.
  private void awaitEmpty() {
    if (Poll.until(LEFTOVER_LIMIT, () -> innerProcesses().isEmpty())) {
      return;
    }
    innerProcesses().forEach(process -> process.stop("QUIT", LEFTOVER_LIMIT));
  }

  private List<OsProcess> innerProcesses() {
    return OsProcess.all()
        .filter(process -> process.worksIn(directory) && process.isNamed("postgres"))
        .toList();
  }

  private void checkVersion() throws IOException {
    String found = Files.readString(directory.resolve("PG_VERSION")).strip();
    if (!found.equals(VERSION)) {
      throw new StartFailedException(
          "the data in %s was written by PostgreSQL %s and this is %s: dump it with the old one and restore it here"
              .formatted(directory, found, VERSION));
    }
  }

  /// After a reboot the pid in an old `postmaster.pid` may belong to any program, and PostgreSQL
  /// would take it for a server of its own and refuse to start.
  private void forgetForeignPostmaster() throws IOException {
    boolean isForeign =
        PostmasterFile.read(directory)
            .flatMap(file -> OsProcess.of(file.pid()))
            .filter(process -> !process.runs("postgres", directory))
            .isPresent();
    if (isForeign) {
      Files.delete(PostmasterFile.in(directory));
    }
  }
}
