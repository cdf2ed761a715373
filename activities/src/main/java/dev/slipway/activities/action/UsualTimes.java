package dev.slipway.activities.action;

import dev.slipway.activities.storage.JdbcTransactions;
import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.step.Step;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// How long steps usually take where nothing comes between: a step that met more than one attempt
/// says more of a fault, a wait or a worker that went away than of the next time. It looks at every
/// tenant's runs, so a new tenant gets a real figure too; a figure of many runs is kept for a
/// minute, one of few for seconds, since each order asks.
@Singleton
final class UsualTimes {

  private static final int RUNS = 200;
  private static final int MANY = 100;
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration KEPT_OF_FEW = Duration.ofSeconds(5);

  private static final String PAST =
      """
      select asked.step, count(*) as runs,
             percentile_cont(0.5) within group (order by past.took)::bigint as p50,
             percentile_cont(0.95) within group (order by past.took)::bigint as p95
      from unnest(:steps) as asked (step)
      cross join lateral (
        select (1000 * max(extract(epoch from t.finished_at - t.started_at)))::float8 as took
        from (
          select s.action_id, s.step
          from action_step s
          join action a on a.id = s.action_id
          where s.step = asked.step and s.status = 'done' and s.finished_at is not null
            and a.type = :type
          order by s.finished_at desc
          limit :runs) s
        join action_attempt t
          on t.action_id = s.action_id and t.step = s.step and t.phase = 'forward'
        group by s.action_id
        having count(*) = 1 and bool_and(t.status = 'ok' and t.attempt = 1)) past
      group by asked.step
      """;

  private final Sql sql;
  private final JdbcTransactions transactions;
  private final Clock clock;
  private final Map<ActionType, Figures> kept = new ConcurrentHashMap<>();

  UsualTimes(Sql sql, JdbcTransactions transactions, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Past(String step, long runs, Estimate took) {}

  private record Figures(Map<String, Estimate> times, Instant keptUntil) {}

  Map<String, Estimate> of(ActionType type) {
    Figures figures = kept.get(type);
    return figures != null && clock.instant().isBefore(figures.keptUntil())
        ? figures.times()
        : read(type);
  }

  private Map<String, Estimate> read(ActionType type) {
    List<Past> past = transactions.acrossTenants(() -> past(type));
    Map<String, Estimate> times = past.stream().collect(Collectors.toMap(Past::step, Past::took));
    boolean isOfMany = past.stream().anyMatch(step -> step.runs() >= MANY);
    Instant until = clock.instant().plus(isOfMany ? KEPT : KEPT_OF_FEW);
    kept.put(type, new Figures(times, until));
    return times;
  }

  private List<Past> past(ActionType type) {
    return sql.of(PAST)
        .with("steps", type.plan().steps().stream().map(Step::id).toList())
        .with("type", type.code())
        .with("runs", RUNS)
        .list(UsualTimes::past);
  }

  private static Past past(Row row) throws SQLException {
    return new Past(
        row.text("step"), row.large("runs"), Estimate.ofMillis(row.large("p50"), row.large("p95")));
  }
}
