package dev.slipway.activities.action;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The statements that move an action's own row.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProjectionWrites extends GenericRepository<ProjectionRow, String> {

  /// The order in which a run was first seen; a later run of the same action has a higher one.
  @Query(
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
      )
      select ordinal from known union all select ordinal from added
      """)
  int ordinalOf(String action, String run);

  /// Locks the row for a run that is not older than the newest seen, while the action is
  /// unfinished.
  @Query(
      """
      update action set run_id = :run, run_ordinal = :ordinal, written_at = :now
      where id = :action and finished_at is null and run_ordinal <= :ordinal
      """)
  int enter(String action, String run, int ordinal, Instant now);

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
  void runs(String action, boolean isUndo, Instant now);

  @Query(
      """
      update server set status = 'provisioning', updated_at = :now, version = version + 1
      where id = (select resource_id from action where id = :action) and status = 'queued'
      """)
  void serverBegins(String action, Instant now);

  @Query(
      """
      update action
      set status = 'waiting', version = version + 1, written_at = :now, waiting_kind = :kind,
          waiting_text = :text, waiting_since = coalesce(:since, waiting_since, :now),
          waiting_until = :until, error_code = :kind, error_message = :text, error_step = :step,
          error_retryable = true
      where id = :action
      """)
  void waits(
      String action,
      String kind,
      String text,
      @Nullable Instant since,
      @Nullable Instant until,
      String step,
      Instant now);

  /// It asks for a person.
  @Query(
      """
      update action
      set status = 'parked', version = version + 1, written_at = :now,
          waiting_kind = null, waiting_text = null, waiting_since = null, waiting_until = null,
          parking_number = :number, parking_step = :step, parking_phase = :phase,
          parking_cause = :cause, parking_since = :now,
          error_code = :code, error_message = :message, error_step = :step, error_retryable = true
      where id = :action and finished_at is null
      """)
  void parks(
      String action,
      int number,
      String step,
      String phase,
      String cause,
      String code,
      String message,
      Instant now);

  @Query("update action set version = version + 1, written_at = :now where id = :action")
  void touch(String action, Instant now);

  @Query(
      """
      update action set residual = residual || jsonb_build_array(jsonb_build_object(
        'kind', :kind, 'note', :note, 'externalId', cast(:externalId as text)))
      where id = :action and not residual @> jsonb_build_array(jsonb_build_object(
        'kind', :kind, 'note', :note, 'externalId', cast(:externalId as text)))
      """)
  void addResidual(String action, String kind, String note, @Nullable String externalId);

  @Query(
      """
      update action
      set abort_requested_at = coalesce(abort_requested_at, :at),
          abort_actor = coalesce(abort_actor, :actor),
          abort_reason = coalesce(abort_reason, :reason)
      where id = :action
      """)
  void abortAsked(String action, String actor, @Nullable String reason, Instant at);

  @Query(
      """
      insert into action_event (action_id, tenant_id, at, kind, step, parking, actor, reason)
      select id, tenant_id, :at, :kind, :step, :parking, :actor, :reason
      from action where id = :action
      on conflict do nothing
      """)
  void insertEvent(
      String action,
      Instant at,
      String kind,
      @Nullable String step,
      int parking,
      String actor,
      @Nullable String reason);

  /// Whether an abort was asked for.
  @Query("select abort_requested_at is not null from action where id = :action")
  boolean isAbortAsked(String action);
}
