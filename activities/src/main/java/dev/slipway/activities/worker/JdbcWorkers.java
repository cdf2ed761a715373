package dev.slipway.activities.worker;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.worker.WorkerRecord;
import dev.slipway.workflows.worker.Workers;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// [Workers] in PostgreSQL. A worker that stopped telling of itself is shown as offline, whatever
/// it said last.
@Singleton
public final class JdbcWorkers implements Workers {

  /// Silence after which a worker counts as offline; workers tell of themselves every 10 s.
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Duration SHOWN = Duration.ofDays(1);

  private final Sql sql;
  private final Transactions transactions;
  private final Clock clock;

  JdbcWorkers(Sql sql, Transactions transactions, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<WorkerRecord> list() {
    String select =
        """
        select id, build, queues, last_seen_at,
               case when last_seen_at < :silentSince then 'offline' else status end as status
        from worker
        where last_seen_at >= :shownSince
        order by last_seen_at desc, id
        """;
    Instant now = clock.instant();
    return transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of(select)
                .with("silentSince", now.minus(SILENCE))
                .with("shownSince", now.minus(SHOWN))
                .list(JdbcWorkers::worker));
  }

  /// Writes a worker's heartbeat.
  public void seen(WorkerRecord worker) {
    String upsert =
        """
        insert into worker (id, build, queues, status, last_seen_at)
        values (:id, :build, :queues, :status, :seen)
        on conflict (id) do update
        set build = excluded.build, queues = excluded.queues, status = excluded.status,
            last_seen_at = excluded.last_seen_at
        """;
    transactions.relaxedIn(
        Scope.PLATFORM,
        () ->
            sql.of(upsert)
                .with("id", worker.id())
                .with("build", worker.build())
                .with("queues", worker.queues())
                .with("status", worker.status())
                .with("seen", worker.lastSeenAt())
                .update());
  }

  private static WorkerRecord worker(Row row) throws SQLException {
    return new WorkerRecord(
        row.text("id"),
        row.text("build"),
        row.texts("queues"),
        row.text("status"),
        row.instant("last_seen_at"));
  }
}
