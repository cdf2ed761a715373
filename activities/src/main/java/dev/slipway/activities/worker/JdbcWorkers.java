package dev.slipway.activities.worker;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.worker.QueueRecord;
import dev.slipway.workflows.worker.WorkerRecord;
import dev.slipway.workflows.worker.WorkerStatus;
import dev.slipway.workflows.worker.Workers;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// [Workers] in PostgreSQL. A worker that stopped telling of itself is shown as offline, whatever
/// it said last.
@Singleton
public final class JdbcWorkers implements Workers {

  /// Silence after which a worker counts as offline; workers tell of themselves every 5 s.
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Duration SHOWN = Duration.ofDays(1);

  // A wish to drain is shown at once, before the worker has heard of it.
  private static final String SHOW =
      """
      select id, build, queues, last_seen_at,
             case when last_seen_at < :silentSince then 'offline'
               when status = 'online' and drain_asked_at is not null then 'draining'
               else status end as status
      from worker
      where last_seen_at >= :shownSince
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final QueueFigures queues;
  private final Clock clock;

  JdbcWorkers(Sql sql, Transactions transactions, QueueFigures queues, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.queues = queues;
    this.clock = clock;
  }

  @Override
  public List<WorkerRecord> list() {
    return transactions.reading(
        Scope.PLATFORM, () -> shown(" order by last_seen_at desc, id").list(JdbcWorkers::worker));
  }

  private Sql.Statement shown(String rest) {
    Instant now = clock.instant();
    return sql.of(SHOW + rest)
        .with("silentSince", now.minus(SILENCE))
        .with("shownSince", now.minus(SHOWN));
  }

  @Override
  public Optional<WorkerRecord> drain(String id) {
    String ask =
        """
        update worker set drain_asked_at = :now
        where id = :id and drain_asked_at is null
        """;
    return transactions.in(
        Scope.PLATFORM,
        () -> {
          sql.of(ask).with("id", id).with("now", clock.instant()).update();
          return shown(" and id = :id").with("id", id).one(JdbcWorkers::worker);
        });
  }

  @Override
  public List<QueueRecord> queues() {
    return transactions.reading(Scope.PLATFORM, queues::all);
  }

  /// Writes a worker's heartbeat.
  ///
  /// @return whether somebody asked the worker to drain
  public boolean seen(WorkerRecord worker) {
    String upsert =
        """
        insert into worker (id, build, queues, status, last_seen_at)
        values (:id, :build, :queues, :status, :seen)
        on conflict (id) do update
        set build = excluded.build, queues = excluded.queues, status = excluded.status,
            last_seen_at = excluded.last_seen_at
        returning drain_asked_at is not null as is_drain_asked
        """;
    return transactions.relaxedIn(
        Scope.PLATFORM,
        () ->
            sql.of(upsert)
                .with("id", worker.id())
                .with("build", worker.build())
                .with("queues", worker.queues())
                .with("status", worker.status().code())
                .with("seen", worker.lastSeenAt())
                .one(row -> row.isTrue("is_drain_asked"))
                .orElseThrow());
  }

  private static WorkerRecord worker(Row row) throws SQLException {
    return new WorkerRecord(
        row.text("id"),
        row.text("build"),
        row.texts("queues"),
        WorkerStatus.ofCode(row.text("status")),
        row.instant("last_seen_at"));
  }
}
