package dev.slipway.activities.worker;

import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.temporal.TaskQueues;
import dev.slipway.workflows.worker.QueueRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/// Counts what task queues have to do; call it inside a transaction.
@Singleton
final class QueueFigures {

  // What Temporal gives tasks that name none.
  private static final int USUAL_PRIORITY = 3;

  private static final String COUNT =
      """
      select count(*) filter (where status = 'queued') as depth,
             min(greatest(waiting_since, not_before)) filter (where status = 'queued') as oldest,
             count(*) filter (where status = 'running') as running
      from action
      where status = 'running'
        or (status = 'queued' and (not_before is null or not_before <= :now)
          and not exists (
            select from lane where lane.action_id = action.id and not lane.holds))
      """;

  private final Sql sql;
  private final Clock clock;

  QueueFigures(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Every queue, also those with nothing to do.
  List<QueueRecord> all() {
    return sql.of(COUNT)
        .with("now", clock.instant())
        .list(row ->
            new QueueRecord(
                TaskQueues.LIFECYCLE,
                row.large("depth"),
                row.instantOrNull("oldest"),
                row.large("running"),
                USUAL_PRIORITY));
  }
}
