package dev.slipway.activities.action;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The statements that move an action's steps and attempts.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StepWrites extends GenericRepository<ProjectionRow, String> {

  /// How many attempts of a run failed, of those numbered between two others.
  @Query(
      """
      select count(*) from action_attempt
      where action_id = :action and step = :step and phase = :phase and generation = :generation
        and run_ordinal = :ordinal and attempt > :after and attempt < :before
        and status = 'failed'
      """)
  int failedBetween(
      String action, String step, String phase, int generation, int ordinal, int after, int before);

  /// Whoever is at work has died.
  @Query(
      """
      update action_attempt set status = 'lost', finished_at = :now
      where action_id = :action and status = 'running'
      """)
  void loseEveryOpenAttempt(String action, Instant now);

  /// A plan goes forward only from what is done: attempts of earlier steps of the same run whose
  /// end could not be written were good.
  @Query(
      """
      update action_attempt a set status = 'ok', finished_at = :now
      from action_step s, action_step present
      where a.action_id = :action and a.status = 'running' and a.phase = 'forward'
        and a.run_ordinal = :ordinal
        and s.action_id = a.action_id and s.step = a.step
        and present.action_id = a.action_id and present.step = :step
        and s.position < present.position
      """)
  void endEarlierAttempts(String action, String step, int ordinal, Instant now);

  /// Earlier steps of the same run whose end could not be written are done.
  @Query(
      """
      update action_step s set status = 'done', progress = 100, finished_at = :now,
        next_retry_at = null
      from action_step present
      where s.action_id = :action and s.status in ('running', 'waiting', 'parked')
        and s.run_ordinal = :ordinal
        and present.action_id = s.action_id and present.step = :step
        and s.position < present.position
      """)
  void endEarlierSteps(String action, String step, int ordinal, Instant now);

  /// Everything is being undone: what was still at work has failed, be there an undo for it or not.
  @Query(
      """
      update action_step set status = 'failed', finished_at = :now, next_retry_at = null
      where action_id = :action and step <> :step and undo_status is null
        and status in ('running', 'waiting', 'parked')
      """)
  void breakOff(String action, String step, Instant now);

  /// An attempt begins; whoever began before and never ended has died.
  @Query(
      """
      with lost as (
        update action_attempt set status = 'lost', finished_at = :now
        where action_id = :action and status = 'running'
          and not (step = :step and phase = :phase and generation = :generation
                   and run_ordinal = :ordinal and attempt = :attempt)
      )
      insert into action_attempt (action_id, tenant_id, step, phase, generation, run_ordinal,
        attempt, status, started_at)
      select id, tenant_id, :step, :phase, :generation, :ordinal, :attempt, 'running', :now
      from action where id = :action
      on conflict do nothing
      """)
  void beginAttempt(
      String action,
      String step,
      String phase,
      int generation,
      int ordinal,
      int attempt,
      Instant now);

  @Query(
      """
      update action_attempt
      set status = :status, code = :code, message = :message, finished_at = :now
      where action_id = :action and step = :step and phase = :phase and generation = :generation
        and run_ordinal = :ordinal and attempt = :attempt
      """)
  void endAttempt(
      String action,
      String step,
      String phase,
      int generation,
      int ordinal,
      int attempt,
      String status,
      @Nullable String code,
      @Nullable String message,
      Instant now);

  /// A step runs, or its undo does; a step that was not previewed is inserted at the end. Once a
  /// step runs, the changed inputs that were due are its own.
  @Query(
      """
      insert into action_step (action_id, tenant_id, step, label, position, status, generation,
        started_at, p50_ms, p95_ms, inputs, adopting, run_ordinal, attempt, undo_status)
      select id, tenant_id, :step, :step,
        coalesce((select max(position) + 1 from action_step where action_id = :action), 0),
        cast(:status as text), :generation, :now, 0, 0, cast(:request as jsonb),
        cast(:adopting as text), :ordinal, :attempt, cast(:undoStatus as text)
      from action where id = :action
      on conflict (action_id, step) do update
      set status = excluded.status, generation = excluded.generation, next_retry_at = null,
          started_at = coalesce(action_step.started_at, excluded.started_at),
          finished_at = case when excluded.undo_status is null then null
                             else action_step.finished_at end,
          inputs = excluded.inputs, adopting = excluded.adopting,
          edited = case when excluded.undo_status is null and action_step.edits_due is not null
                        then coalesce(action_step.edited, cast('{}' as jsonb))
                          || action_step.edits_due
                        else action_step.edited end,
          edits_due = case when excluded.undo_status is null then null
                           else action_step.edits_due end,
          run_ordinal = excluded.run_ordinal, attempt = excluded.attempt, undo_error = null,
          undo_status = case when excluded.generation > action_step.generation
                             then excluded.undo_status
                             else coalesce(excluded.undo_status, action_step.undo_status) end
      where (action_step.run_ordinal, action_step.attempt)
         <= (excluded.run_ordinal, excluded.attempt)
         or action_step.generation < excluded.generation
         or (action_step.undo_status is null and excluded.undo_status is not null)
      """)
  int begin(
      String action,
      String step,
      String status,
      int generation,
      String request,
      @Nullable String adopting,
      int ordinal,
      int attempt,
      @Nullable String undoStatus,
      Instant now);

  /// A step is done, unless its action is being aborted: then it is about to be undone.
  @Query(
      """
      update action_step set status = 'done', progress = 100, finished_at = :now,
        next_retry_at = null, external_id = coalesce(:externalId, external_id)
      where action_id = :action and step = :step and run_ordinal <= :ordinal
        and exists (select from action where id = :action and abort_requested_at is null)
      """)
  void done(String action, String step, int ordinal, @Nullable String externalId, Instant now);

  @Query(
      """
      update action_step set status = 'undone', undo_status = 'done', undo_error = null,
        next_retry_at = null
      where action_id = :action and step = :step and run_ordinal <= :ordinal
      """)
  void undone(String action, String step, int ordinal);

  /// What a wait, a parking or a retry makes of the step, or of its undo.
  @Query(
      """
      update action_step
      set status = :status, next_retry_at = :nextRetryAt,
          undo_status = case when :isUndo then cast(:status as text) else undo_status end,
          undo_error = case when :isUndo then cast(:message as text) else undo_error end
      where action_id = :action and step = :step
      """)
  void stalls(
      String action,
      String step,
      String status,
      boolean isUndo,
      @Nullable Instant nextRetryAt,
      String message);

  @Query(
      """
      update action_step
      set status = 'skipped', finished_at = :now, next_retry_at = null, edits_due = null,
          edited = case when edits_due is null then edited
                        else coalesce(edited, cast('{}' as jsonb)) || edits_due end
      where action_id = :action and step = :step
      """)
  void skipped(String action, String step, Instant now);

  @Query(
      """
      update action_step set status = 'residual', undo_status = 'skipped', next_retry_at = null
      where action_id = :action and step = :step
      """)
  void left(String action, String step);

  /// Inputs are to be changed once what the present ones made is undone.
  @Query(
      """
      update action_step
      set edits_due = coalesce(edits_due, cast('{}' as jsonb)) || cast(:inputs as jsonb)
      where action_id = :action and step = :step
      """)
  void editsDue(String action, String step, String inputs);

  @Query("update action_step set progress = :percent where action_id = :action and step = :step")
  void progressed(String action, String step, int percent);

  @Query("select external_id from action_step where action_id = :action and step = :step")
  @Nullable String externalIdOf(String action, String step);

  /// The step that is at work, else the one that was last; the first of an action that never began.
  @Query(
      """
      select step from action_step where action_id = :action
      order by status in ('running', 'waiting', 'parked', 'undoing') desc,
        started_at desc nulls last, position
      limit 1
      """)
  String presentStep(String action);
}
