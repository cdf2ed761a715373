package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.step.StepContext;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The statements that move an action's own row.
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class ProjectionWrites implements GenericRepository<ProjectionRow, String> {

  private static final String ENTER =
      """
      with known as (
        select ordinal from action_run where action_id = :action and run_id = :run
      ), added as (
        insert into action_run (action_id, run_id, ordinal)
        select :action, :run,
               1 + coalesce((select max(ordinal) from action_run where action_id = :action), 0)
        where not exists (select from known)
        on conflict (action_id, run_id) do update set ordinal = action_run.ordinal
        returning ordinal
      ), run as (
        select ordinal from known union all select ordinal from added
      )
      update action
      set run_id = :run, run_ordinal = run.ordinal, version = version + 1, written_at = :now
      from run
      where id = :action and finished_at is null and run_ordinal <= run.ordinal
      returning run.ordinal, started_at is null as is_first,
        status = 'running' and waiting_kind is null and parking_since is null as is_at_work,
        exists (select from action_step s where s.action_id = :action and s.step <> :step
                  and s.status in ('running', 'waiting', 'parked')) as is_other_open
      """;

  private final Sql sql;

  ProjectionWrites(Sql sql) {
    this.sql = sql;
  }

  /// What an action's row tells a write of one of its attempts.
  ///
  /// @param ordinal the order in which the attempt's run was first seen: a later one's is higher
  /// @param isFirst whether the action has not begun
  /// @param isAtWork whether it runs, waits for nothing and asks nobody
  /// @param isOtherOpen whether another step's end is not written
  record Entry(int ordinal, boolean isFirst, boolean isAtWork, boolean isOtherOpen) {}

  /// Locks the row for a run that is not older than the newest seen, in a new version.
  ///
  /// @throws StaleAttemptException when the action is finished or the run is out of date
  Entry enter(AttemptRecord attempt, Instant now) {
    StepContext at = attempt.context();
    return sql.of(ENTER)
        .with("action", at.action())
        .with("step", at.step())
        .with("run", attempt.runId())
        .with("now", now)
        .one(row ->
            new Entry(
                row.integer("ordinal"),
                row.isTrue("is_first"),
                row.isTrue("is_at_work"),
                row.isTrue("is_other_open")))
        .orElseThrow(() -> new StaleAttemptException(at.action(), at.step()));
  }

  /// Work goes on: nothing is waited for and nobody is asked.
  @Query(
      """
      update action
      set status = 'running',
          phase = case when abort_requested_at is not null and :isUndo then 'undo' else phase end,
          started_at = coalesce(started_at, :now), version = version + 1, written_at = :now,
          waiting_kind = null, waiting_text = null, waiting_since = null, waiting_until = null,
          parking_since = null, assignee = null
      where id = :action
      """)
  abstract void runs(String action, boolean isUndo, Instant now);

  @Query(
      """
      update server set status = 'provisioning', updated_at = :now, version = version + 1
      where id = (select resource_id from action where id = :action) and status = 'queued'
      """)
  abstract void serverBegins(String action, Instant now);

  @Query(
      """
      update action
      set status = 'waiting', version = version + 1, written_at = :now, waiting_kind = :kind,
          waiting_text = :text, waiting_since = coalesce(:since, waiting_since, :now),
          waiting_until = :until, error_code = :kind, error_message = :text, error_step = :step,
          error_retryable = true
      where id = :action
      """)
  abstract void waits(
      String action,
      String kind,
      String text,
      @Nullable Instant since,
      @Nullable Instant until,
      String step,
      Instant now);

  @Query("update action set version = version + 1, written_at = :now where id = :action")
  abstract void touch(String action, Instant now);

  /// An action leaves something behind; told twice, it is listed once.
  void leaves(String action, Residual left) {
    addResidual(action, left.kind(), left.note(), left.externalId());
  }

  @Query(
      """
      update action set residual = residual || jsonb_build_array(jsonb_build_object(
        'kind', :kind, 'note', :note, 'externalId', cast(:externalId as text)))
      where id = :action and not residual @> jsonb_build_array(jsonb_build_object(
        'kind', :kind, 'note', :note, 'externalId', cast(:externalId as text)))
      """)
  abstract void addResidual(String action, String kind, String note, @Nullable String externalId);

  @Query(
      """
      update action
      set abort_requested_at = coalesce(abort_requested_at, :at),
          abort_actor = coalesce(abort_actor, :actor),
          abort_reason = coalesce(abort_reason, :reason)
      where id = :action
      """)
  abstract void abortAsked(String action, String actor, @Nullable String reason, Instant at);

  /// Whether an abort was asked for.
  @Query("select abort_requested_at is not null from action where id = :action")
  abstract boolean isAbortAsked(String action);
}
