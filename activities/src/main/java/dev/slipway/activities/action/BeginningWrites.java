package dev.slipway.activities.action;

import static dev.slipway.activities.action.RunEntry.RUN;
import static dev.slipway.activities.action.RunEntry.TELL_ORDINAL;
import static dev.slipway.activities.action.RunEntry.enteredIf;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.step.Tries;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The statements that write down that an attempt begins.
@Singleton
class BeginningWrites {

  private static final String ENTER = enteredIf("true") + TELL_ORDINAL;

  /// Work goes on: nothing is waited for and nobody is asked. Whoever began before and never ended
  /// has died; but a plan goes forward only from what is done, so attempts of earlier steps of the
  /// same run whose end could not be written were good. A step that was not previewed is inserted
  /// at the end. Once a step runs, the changed inputs that were due are its own. A later run begins
  /// no step with inputs that were changed since, nor as if nothing was to be adopted for it: it
  /// does not know of that.
  private static final String BEGIN =
      RUN
          + """
          , entered as (
            update action
            set run_id = :run, run_ordinal = run.ordinal, version = version + 1, written_at = :now,
                status = 'running', started_at = coalesce(started_at, :now),
                phase = case when abort_requested_at is not null and :isUndo then 'undo'
                             else phase end,
                waiting_kind = null, waiting_text = null, waiting_since = null,
                waiting_until = null, parking_since = null, assignee = null,
                assignee_id = null
            from run
            where id = :action and finished_at is null and run_ordinal <= run.ordinal
            returning id, tenant_id, resource_id, version, run.ordinal,
              (select former.started_at is null from action former where former.id = :action)
                as is_first
          ), present as (
            select position, is_unplanned from action_step
            where action_id = :action and step = :step
          ), lost as (
            update action_attempt a
            set finished_at = :now,
                status = case
                  when not :isUndo and a.phase = 'forward' and a.run_ordinal = entered.ordinal
                    and exists (select from action_step s, present
                                where s.action_id = a.action_id and s.step = a.step
                                  and s.position < present.position)
                  then 'ok' else 'lost' end
            from entered
            where a.action_id = entered.id and a.status = 'running'
              and not (a.step = :step and a.phase = :phase and a.generation = :generation
                       and a.run_ordinal = entered.ordinal and a.attempt = :attempt)
          ), added_attempt as (
            insert into action_attempt (action_id, tenant_id, step, phase, generation, run_ordinal,
              attempt, status, started_at)
            select id, tenant_id, :step, :phase, :generation, ordinal, :attempt, 'running', :now
            from entered
            on conflict do nothing
          ), begun as (
            insert into action_step (action_id, tenant_id, step, label, position, status,
              generation, started_at, p50_ms, p95_ms, inputs, adopting, run_ordinal, attempt,
              undo_status, is_unplanned)
            select id, tenant_id, :step, :step,
              coalesce((select max(position) + 1 from action_step where action_id = :action), 0),
              case when :isUndo then 'undoing' else 'running' end, :generation, :now, 0, 0,
              cast(:request as jsonb), cast(:adopting as text), ordinal, :attempt,
              case when :isUndo then 'running' end, true
            from entered
            where :isOfPlan
            on conflict (action_id, step) do update
            set status = excluded.status, generation = excluded.generation, next_retry_at = null,
                started_at = coalesce(action_step.started_at, excluded.started_at),
                finished_at = case when excluded.undo_status is null then null
                                   else action_step.finished_at end,
                inputs = excluded.inputs, adopting = excluded.adopting,
                edited = case
                  when excluded.undo_status is null and action_step.edits_due is not null
                  then coalesce(action_step.edited, cast('{}' as jsonb)) || action_step.edits_due
                  else action_step.edited end,
                edits_due = case when excluded.undo_status is null then null
                                 else action_step.edits_due end,
                run_ordinal = excluded.run_ordinal, attempt = excluded.attempt, undo_error = null,
                undo_status = case when excluded.generation > action_step.generation
                                   then excluded.undo_status
                                   else coalesce(excluded.undo_status, action_step.undo_status) end
            where ((action_step.run_ordinal, action_step.attempt)
                     <= (excluded.run_ordinal, excluded.attempt)
                   or action_step.generation < excluded.generation
                   or (action_step.undo_status is null and excluded.undo_status is not null))
              and not (action_step.run_ordinal < excluded.run_ordinal
                       and (action_step.generation > excluded.generation
                            or (excluded.undo_status is null
                                and coalesce(action_step.generation_due, 0) > excluded.generation)
                            or (action_step.generation = excluded.generation
                                and action_step.edits_due is not null
                                and excluded.undo_status is null)
                            or (action_step.status in ('running', 'waiting')
                                and action_step.adopting is not null
                                and action_step.adopting is distinct from excluded.adopting
                                and excluded.undo_status is null)))
            returning step
          )
          select ordinal, is_first,
            exists (select from begun) and not exists (select from present) as is_unplanned,
            not :isOfPlan or exists (select from begun) as is_begun,
            exists (select from action_step s where s.action_id = :action and s.step <> :step
                      and (s.status in ('running', 'waiting', 'parked')
                           or (s.status = 'pending' and not :isUndo and s.position < coalesce(
                                 (select position from present where not is_unplanned),
                                 0)))) as is_other_open,
          """
          + Announcements.ANNOUNCE
          + " as announced from entered";

  /// Whether an earlier run left something that is to be undone before a step, or before the end,
  /// and that a run has not come to: everything is to be undone, or what a decision overtook.
  private static final String IS_SKIPPING =
      """
      select id from action
      where id = :action and finished_at is null
        and exists (
          select from action_step s
          where s.action_id = :action and s.undo_label is not null and s.inputs is not null
            and (action.abort_requested_at is not null or s.generation_due > s.generation)
            and s.status not in ('undone', 'residual')
            and s.position > coalesce(
              (select position from action_step where action_id = :action and step = :step), -1)
            and not exists (select from action_run r
                            where r.action_id = :action and r.run_id = :run
                              and r.ordinal <= s.run_ordinal))
      """;

  private static final String ENDED_BEFORE =
      """
      select count(*) filter (where status = 'failed') as failed,
             count(*) filter (where is_left) as behind
      from action_attempt
      where action_id = :action and step = :step and phase = :phase and generation = :generation
        and run_ordinal = :ordinal and attempt > :before and attempt < :attempt
      """;

  private final RunEntry entry;
  private final UnplannedSteps unplanned;

  BeginningWrites(RunEntry entry, UnplannedSteps unplanned) {
    this.entry = entry;
    this.unplanned = unplanned;
  }

  /// What the rows tell of an attempt that begins.
  ///
  /// @param ordinal the order in which the attempt's run was first seen: a later one's is higher
  /// @param isFirst whether the action had not begun
  /// @param isOtherOpen whether another step's end is not written, or nothing of an earlier one
  /// @param isUnplanned whether the step was not previewed, and is inserted
  record Begun(int ordinal, boolean isFirst, boolean isOtherOpen, boolean isUnplanned) {}

  /// Locks the action's row for the attempt's run, as it is now.
  ///
  /// @throws StaleAttemptException when the action is finished or the run is out of date; an
  ///   [UninformedRunException] when the run does not know what was decided
  void enter(AttemptRecord attempt, Instant now) {
    entry.write(entry.of(ENTER, attempt, now), attempt);
  }

  /// An attempt begins, and its step with it where it is the plan's.
  ///
  /// @throws StaleAttemptException when the action is finished, or the run or the attempt is out of
  ///   date; an [UninformedRunException] when the run does not know what was decided
  Begun begin(AttemptRecord attempt, StepRequest request, Instant now) {
    Sql.Statement statement =
        entry
            .of(BEGIN, attempt, now)
            .with("isUndo", attempt.isUndo())
            .with("isOfPlan", attempt.isOfPlan())
            .with("request", request.json())
            .withText("adopting", request.adopting());
    Begun begun =
        RunEntry.entered(statement, BeginningWrites::begun)
            .flatMap(found -> found)
            .orElseThrow(() -> entry.stale(attempt));
    if (begun.isUnplanned()) {
      unplanned.found(attempt);
    }
    return begun;
  }

  /// @throws UninformedRunException when an undo would come before that of a later step, which an
  ///   earlier run made and its own run does not know of
  void refuseToSkip(AttemptRecord undo) {
    if (entry.told(IS_SKIPPING, undo)) {
      throw new UninformedRunException(undo);
    }
  }

  /// What came of the attempts of the same call: one whose end nobody wrote down has gone
  /// unanswered.
  Tries tries(AttemptRecord attempt, Begun begun, Instant now) {
    return entry
        .of(ENDED_BEFORE, attempt, now)
        .with("ordinal", begun.ordinal())
        .with("before", attempt.context().attemptsBefore())
        .one(row -> tries(attempt.call(), row.large("failed"), row.large("behind")))
        .orElseThrow();
  }

  private static Tries tries(int made, long failed, long left) {
    return new Tries(made, (int) (made - 1 - failed - left), (int) left);
  }

  private static Optional<Begun> begun(Row row) throws SQLException {
    return row.isTrue("is_begun")
        ? Optional.of(
            new Begun(
                row.integer("ordinal"),
                row.isTrue("is_first"),
                row.isTrue("is_other_open"),
                row.isTrue("is_unplanned")))
        : Optional.empty();
  }
}
