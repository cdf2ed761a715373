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

  /// Whoever is at work has died.
  @Query(
      """
      update action_attempt set status = 'lost', finished_at = :now
      where action_id = :action and status = 'running'
      """)
  void loseEveryOpenAttempt(String action, Instant now);

  /// Earlier steps of the same run whose end could not be written are done, and so is one of which
  /// nothing is left: a database that died loses what it had not yet put on disk. Of what was not
  /// begun when a step was inserted nothing is known.
  @Query(
      """
      update action_step s set status = 'done', progress = 100, finished_at = :now,
        started_at = coalesce(s.started_at, :now), next_retry_at = null
      from action_step present
      where s.action_id = :action
        and ((s.status = 'pending' and not present.is_unplanned)
             or (s.status in ('running', 'waiting', 'parked') and s.run_ordinal = :ordinal))
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

  /// A step is about to bring something else, and waits for nobody any more. What later steps made
  /// of what it brought, in a run before this one, is undone first; they run anew.
  @Query(
      """
      update action_step s
      set generation_due =
            case when s.position > changed.position then s.generation + 1
                 else s.generation_due end,
          status = case when s.step = changed.step and s.status = 'parked' then 'running'
                        else s.status end,
          adopting = case when s.step = changed.step then null else s.adopting end
      from action_step changed
      where changed.action_id = :action and changed.step = :step
        and s.action_id = changed.action_id and s.position >= changed.position
        and s.inputs is not null
      """)
  void overtakes(String action, String step);

  /// A step is to adopt an object.
  @Query(
      """
      update action_step set status = 'running', adopting = :externalId
      where action_id = :action and step = :step
      """)
  void adopts(String action, String step, String externalId);

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
