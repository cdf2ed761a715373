package dev.slipway.api;

import dev.slipway.activities.storage.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;

/// Brings actions into states that only workers write.
public final class Tables {

  private final TestPostgres.Database database;

  Tables(TestPostgres.Database database) {
    this.database = database;
  }

  /// Parks an action at a step.
  public void park(String action, String step, String cause) {
    run(
        """
        update action set status = 'parked', version = version + 1, started_at = now(),
          run_id = 'run', parking_number = parking_number + 1, parking_step = '%2$s',
          parking_phase = 'forward', parking_cause = '%3$s', parking_since = now(),
          waiting_kind = null, waiting_text = null, waiting_since = null,
          error_code = '%3$s', error_message = 'node pve-7 said no', error_step = '%2$s',
          error_retryable = true
        where id = '%1$s';
        insert into action_parking (action_id, tenant_id, number, step, phase, cause, since)
        select id, tenant_id, parking_number, parking_step, parking_phase, parking_cause,
          parking_since from action where id = '%1$s';
        update action_step set status = 'parked', started_at = now(),
          inputs = '{"location":"sim-1","sshKeys":[],"room":{"diskGib":25}}', external_id = 'vm-7'
        where action_id = '%1$s' and step = '%2$s';
        insert into action_attempt (action_id, tenant_id, step, phase, generation, run_ordinal,
          attempt, status, started_at, finished_at, code, message)
        select id, tenant_id, '%2$s', 'forward', 1, 0, 1, 'failed', now(), now(), '%3$s',
          'node pve-7 said no' from action where id = '%1$s';
        """
            .formatted(action, step, cause));
    tell(action);
  }

  /// Makes an action run.
  public void run(String action, String step) {
    run(
        """
        update action set status = 'running', version = version + 1, started_at = now(),
          run_id = 'run', waiting_kind = null, waiting_text = null, waiting_since = null
        where id = '%1$s';
        update action_step set status = 'running', started_at = now()
        where action_id = '%1$s' and step = '%2$s';
        """
            .formatted(action, step));
    tell(action);
  }

  /// Ends an action.
  public void end(String action, String status) {
    run(
        """
        update action set status = '%2$s', version = version + 1, finished_at = now(),
          parking_since = null, waiting_kind = null, waiting_text = null, waiting_since = null
        where id = '%1$s';
        delete from lane where action_id = '%1$s';
        """
            .formatted(action, status));
    tell(action);
  }

  /// Takes the database away from the application. That nobody may connect is committed before its
  /// connections end: else one made in between would stay.
  public void goAway() {
    run("alter database %s connection limit 0".formatted(database.name()));
    run(
        """
        select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = '%s' and usename = 'slipway_app'
        """
            .formatted(database.name()));
  }

  /// Gives the database back.
  public void comeBack() {
    run("alter database %s connection limit -1".formatted(database.name()));
  }

  /// Gives a server a state.
  public void server(String id, String status) {
    run("update server set status = '%2$s' where id = '%1$s'".formatted(id, status));
  }

  /// Says that an action changed.
  public void tell(String action) {
    run(
        """
        select pg_notify('slipway_action', json_build_object('id', id, 'tenant', tenant_id,
          'resource', resource_id, 'version', version)::text) from action where id = '%s'
        """
            .formatted(action));
  }

  /// Runs SQL above row-level security.
  public void run(String sql) {
    try (var connection = database.asAdministrator();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException broken) {
      throw new IllegalStateException(sql, broken);
    }
  }

  /// Runs SQL above row-level security in a transaction that is committed when it is closed; until
  /// then it holds its locks.
  public Held hold(String sql) {
    try {
      Connection connection = database.asAdministrator();
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
      return () -> {
        connection.commit();
        connection.close();
      };
    } catch (SQLException broken) {
      throw new IllegalStateException(sql, broken);
    }
  }

  /// A transaction that is open.
  public interface Held extends AutoCloseable {

    @Override
    void close() throws SQLException;
  }

  /// Whether a statement that contains this waits for a lock.
  public boolean isWaiting(String part) {
    return !value(
            """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and datname = '%s' and query like '%%%s%%'
            """
                .formatted(database.name(), part))
        .equals("0");
  }

  /// The first column of the first row.
  public String value(String sql) {
    try (var connection = database.asAdministrator();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException broken) {
      throw new IllegalStateException(sql, broken);
    }
  }
}
