package dev.slipway.deploy.local;

import static dev.slipway.deploy.local.Variables.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/// The database of this Slipway: the one it is given, or the embedded one.
///
/// @param owner the role that runs migrations
/// @param app the role everything else uses
/// @param child the embedded server; empty when the database was given
record LocalPostgres(DatabaseLogin owner, DatabaseLogin app, Optional<Child> child)
    implements AutoCloseable {

  /// Reads `DATABASE_URL` and `DATABASE_OWNER_URL`; without the first it starts the embedded
  /// PostgreSQL and returns when it serves.
  ///
  /// @throws StartFailedException when a setting is not an address, or the server does not come up
  static LocalPostgres open(Map<String, String> env, DataDirectory data) {
    try {
      Optional<String> app = given(env, "DATABASE_URL");
      return app.isPresent() ? at(app.get(), env, data) : start(env, data);
    } catch (IOException e) {
      throw new UncheckedIOException("opening the database in " + data.root(), e);
    }
  }

  /// Stops the embedded server; a given database is left alone.
  @Override
  public void close() {
    child.ifPresent(Child::stop);
  }

  private static LocalPostgres at(String app, Map<String, String> env, DataDirectory data)
      throws IOException {
    DatabaseLogin login = DatabaseLogin.parse("DATABASE_URL", app);
    LocalPostgres given =
        new LocalPostgres(
            given(env, "DATABASE_OWNER_URL")
                .map(owner -> DatabaseLogin.parse("DATABASE_OWNER_URL", owner))
                .orElse(login),
            login,
            Optional.empty());
    Child.stopLeftover(PostgresCluster.kindOn(data.postgres()), data.child("postgres"));
    return given;
  }

  private static LocalPostgres start(Map<String, String> env, DataDirectory data)
      throws IOException {
    PostgresBinaries binaries = PostgresBinaries.in(CacheDirectory.of(env));
    PostgresCluster cluster =
        new PostgresCluster(data.postgres(), binaries, data.secrets(), data.openings());
    Child child = new Child(cluster, data.child("postgres"), data.openings());
    child.start();
    int port = child.ports().getFirst();
    new PostgresRoles(cluster, port).ensure();
    return new LocalPostgres(
        cluster.login(port, PostgresRoles.DATABASE, PostgresRoles.OWNER),
        cluster.login(port, PostgresRoles.DATABASE, PostgresRoles.APP),
        Optional.of(child));
  }
}
