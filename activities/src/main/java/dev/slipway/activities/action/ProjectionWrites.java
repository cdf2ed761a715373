package dev.slipway.activities.action;

import dev.slipway.workflows.action.Residual;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The statements that move an action's own row.
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class ProjectionWrites implements GenericRepository<ProjectionRow, String> {

  /// Work goes on: nothing is waited for and nobody is asked.
  @Query(
      """
      update action
      set status = 'running',
          phase = case when abort_requested_at is not null and :isUndo then 'undo' else phase end,
          started_at = coalesce(started_at, :now), version = version + 1, written_at = :now,
          waiting_kind = null, waiting_text = null, waiting_since = null, waiting_until = null,
          parking_since = null, assignee = null, assignee_id = null
      where id = :action
      """)
  abstract void runs(String action, boolean isUndo, Instant now);

  /// An unfinished action's row gets a new version, and is locked.
  ///
  /// @return the rows that were changed
  @Query("update action set version = version + 1 where id = :action and finished_at is null")
  abstract int touched(String action);

  /// Somebody decided about a parking though its run is not let in: it is over if it waits.
  ///
  /// @return the rows that were changed
  @Query(
      """
      update action
      set status = 'running', parking_since = null, assignee = null, assignee_id = null,
          version = version + 1
      where id = :action and finished_at is null and parking_since is not null
        and parking_number = :parking and parking_step = :step and parking_phase = :phase
      """)
  abstract int answered(String action, int parking, String step, String phase);

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

  /// An action leaves what a call brought after its step was undone or got other inputs, unless the
  /// ledger has it, or had it until it was taken back.
  @Query(
      """
      update action
      set version = version + 1, residual = residual || jsonb_build_array(jsonb_build_object(
        'kind', :step, 'note', 'A call that was answered too late made it',
        'externalId', :externalId))
      where id = :action
        and not residual @> jsonb_build_array(jsonb_build_object('externalId', :externalId))
        and exists (select from action_step s
                    where s.action_id = :action and s.step = :step and
      """
          + EndWrites.IS_OVERTAKEN
          + """
          )
            and not exists (select from external_object o
                            where o.action_id = :action and o.external_id = :externalId)
          """)
  abstract void leavesLate(String action, String step, int generation, String externalId);

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
