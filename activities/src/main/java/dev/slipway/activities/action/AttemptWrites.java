package dev.slipway.activities.action;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.step.StepContext;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements that write an attempt down. Each moves everything that it changes, and announces
/// it: an order is some fifteen such writes, and what it costs is the number of its statements.
@Singleton
class AttemptWrites {

  /// Locks the action's row as the statement sees it. A row that somebody changed while the lock
  /// was waited for is locked too, but not given: the statement still sees attempts as they were
  /// before.
  private static final String LOCKED =
      """
      with locked as (
        select id as locked_id, phase as locked_phase, run_ordinal as locked_ordinal from action
        where id = :action
          and version = (select former.version from action former where former.id = :action)
        for no key update
      )
      """;

  /// The ordinal of an attempt's run: the order in which runs of its action were first seen. A new
  /// one is let in when it knows of all runs before it, as one that a reset makes does not, and
  /// unless it goes forward while everything is being undone.
  private static final String RUN =
      LOCKED
          + """
          , known as (
            select ordinal from action_run where action_id = :action and run_id = :run
          ), added as (
            insert into action_run (action_id, run_id, ordinal)
            select locked_id, :run,
                   1 + coalesce((select max(ordinal) from action_run where action_id = :action), 0)
            from locked
            where not exists (select from known)
              and locked_ordinal <= :runsBefore
              and not (locked_phase = 'undo' and :phase = 'forward')
            returning ordinal
          ), run as (
            select ordinal from known, locked union all select ordinal from added
          )
          """;

  /// Gives the row a new version for a run that is not older than the newest seen.
  private static final String ENTERED = enteredIf("true");

  private static String enteredIf(String condition) {
    return RUN
        + """
        , entered as (
          update action
          set run_id = :run, run_ordinal = run.ordinal, version = version + 1, written_at = :now
          from run
          where id = :action and finished_at is null and run_ordinal <= run.ordinal and %s
          returning id, tenant_id, resource_id, version, run.ordinal,
            abort_requested_at is not null as is_aborting
        )
        """
            .formatted(condition);
  }

  /// Whether a step has neither begun to be undone nor got other inputs since an attempt began.
  private static final String IS_STILL_WANTED =
      """
      (:isUndo or not exists (
        select from action_step s
        where s.action_id = :action and s.step = :step
          and (s.generation > :generation or s.undo_status in ('running', 'done', 'skipped'))))
      """;

  private static final String ENDED =
      """
      , ended as (
        update action_attempt
        set status = :status, code = :code, message = :message, finished_at = :now
        from entered
        where action_id = entered.id and step = :step and phase = :phase
          and generation = :generation and run_ordinal = entered.ordinal and attempt = :attempt
      )
      """;

  private static final String TELL_ORDINAL =
      "select ordinal, " + Announcements.ANNOUNCE + " as announced from entered";

  private static final String ENTER = ENTERED + TELL_ORDINAL;
  private static final String END = ENTERED + ENDED + TELL_ORDINAL;

  /// A step is done, unless its action is being aborted: then it is about to be undone. What comes
  /// after its undo has begun, or for inputs of before, is too late.
  private static final String SUCCEED =
      enteredIf(IS_STILL_WANTED)
          + ENDED
          + """
          , succeeded as (
            update action_step
            set status = case when :isUndo then 'undone' else 'done' end, next_retry_at = null,
                progress = case when :isUndo then progress else 100 end,
                finished_at = case when :isUndo then finished_at else :now end,
                external_id = coalesce(:externalId, external_id),
                undo_status = case when :isUndo then 'done' else undo_status end,
                undo_error = case when :isUndo then null else undo_error end
            from entered
            where action_id = entered.id and step = :step and run_ordinal <= entered.ordinal
              and (:isUndo or not is_aborting)
          )
          """
          + TELL_ORDINAL;

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
                waiting_until = null, parking_since = null, assignee = null
            from run
            where id = :action and finished_at is null and run_ordinal <= run.ordinal
            returning id, tenant_id, resource_id, version, run.ordinal,
              (select former.started_at is null from action former where former.id = :action)
                as is_first
          ), present as (
            select position from action_step where action_id = :action and step = :step
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
              undo_status)
            select id, tenant_id, :step, :step,
              coalesce((select max(position) + 1 from action_step where action_id = :action), 0),
              case when :isUndo then 'undoing' else 'running' end, :generation, :now, 0, 0,
              cast(:request as jsonb), cast(:adopting as text), ordinal, :attempt,
              case when :isUndo then 'running' end
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
            not :isOfPlan or exists (select from begun) as is_begun,
            exists (select from action_step s where s.action_id = :action and s.step <> :step
                      and s.status in ('running', 'waiting', 'parked')) as is_other_open,
          """
          + Announcements.ANNOUNCE
          + " as announced from entered";

  /// How far an attempt got counts while it is the one at work.
  private static final String PROGRESS =
      LOCKED
          + """
          , entered as (
            update action
            set version = version + 1, written_at = :now
            from locked
            where id = locked_id and run_id = :run and action.finished_at is null
              and exists (select from action_attempt a
                          where a.action_id = action.id and a.step = :step and a.phase = :phase
                            and a.generation = :generation and a.run_ordinal = action.run_ordinal
                            and a.attempt = :attempt and a.status = 'running')
            returning id, tenant_id, resource_id, version
          ), progressed as (
            update action_step set progress = :percent
            from entered
            where action_id = entered.id and step = :step
          )
          select version,
          """
          + Announcements.ANNOUNCE
          + " as announced from entered";

  /// Whether a refused attempt is of the newest run, but one that does not know what was decided:
  /// to undo everything, or to change the step's inputs.
  private static final String IS_UNINFORMED =
      """
      select id from action
      left join action_run r on r.action_id = id and r.run_id = :run
      where id = :action and finished_at is null
        and case
          when r.ordinal is null
          then run_ordinal > :runsBefore or (phase = 'undo' and :phase = 'forward')
          else run_ordinal <= r.ordinal
            and exists (select from action_step s
                        where s.action_id = id and s.step = :step and s.run_ordinal < r.ordinal)
          end
      """;

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

  private final Sql sql;

  AttemptWrites(Sql sql) {
    this.sql = sql;
  }

  /// What the rows tell of an attempt that begins.
  ///
  /// @param ordinal the order in which the attempt's run was first seen: a later one's is higher
  /// @param isFirst whether the action had not begun
  /// @param isOtherOpen whether another step's end is not written
  record Begun(int ordinal, boolean isFirst, boolean isOtherOpen) {}

  /// Locks the action's row for the attempt's run, as it is now.
  ///
  /// @throws StaleAttemptException when the action is finished or the run is out of date; an
  ///   [UninformedRunException] when the run does not know what was decided
  void enter(AttemptRecord attempt, Instant now) {
    write(of(ENTER, attempt, now), attempt);
  }

  /// An attempt begins, and its step with it where it is the plan's.
  ///
  /// @throws StaleAttemptException when the action is finished, or the run or the attempt is out of
  ///   date; an [UninformedRunException] when the run does not know what was decided
  Begun begin(AttemptRecord attempt, StepRequest request, Instant now) {
    Sql.Statement statement =
        of(BEGIN, attempt, now)
            .with("isUndo", attempt.isUndo())
            .with("isOfPlan", attempt.isOfPlan())
            .with("request", request.json())
            .withText("adopting", request.adopting());
    return entered(statement, AttemptWrites::begun)
        .flatMap(begun -> begun)
        .orElseThrow(() -> stale(attempt));
  }

  /// @throws UninformedRunException when an undo would come before that of a later step, which an
  ///   earlier run made and its own run does not know of
  void refuseToSkip(AttemptRecord undo) {
    if (told(IS_SKIPPING, undo)) {
      throw new UninformedRunException(undo);
    }
  }

  private boolean isUninformed(AttemptRecord attempt) {
    return told(IS_UNINFORMED, attempt);
  }

  /// An attempt succeeded, and its step or undo with it.
  ///
  /// @param externalId the provider's id of what it made, null when none
  /// @throws StaleAttemptException when the action is finished or the run is out of date
  void succeed(AttemptRecord attempt, @Nullable String externalId, Instant now) {
    write(
        of(SUCCEED, attempt, now)
            .with("status", "ok")
            .withText("code", null)
            .withText("message", null)
            .with("isUndo", attempt.isUndo())
            .withText("externalId", externalId),
        attempt);
  }

  /// An attempt did not succeed.
  ///
  /// @param code the failure's class, or `cancelled`
  /// @throws StaleAttemptException when the action is finished or the run is out of date
  void fail(AttemptRecord attempt, String code, String message, Instant now) {
    write(
        of(END, attempt, now).with("status", "failed").with("code", code).with("message", message),
        attempt);
  }

  /// An attempt got so far.
  ///
  /// @param percent 0 to 100
  /// @throws StaleAttemptException when the action is finished, or the attempt is not at work
  void progress(AttemptRecord attempt, int percent, Instant now) {
    write(of(PROGRESS, attempt, now).with("percent", percent), attempt);
  }

  private boolean told(String question, AttemptRecord attempt) {
    StepContext at = attempt.context();
    return sql.of(question)
        .withAll(Map.of("action", at.action(), "step", at.step(), "run", attempt.runId()))
        .with("phase", at.phase().code())
        .with("runsBefore", at.runsBefore())
        .one(row -> row.text("id"))
        .isPresent();
  }

  private Sql.Statement of(String text, AttemptRecord attempt, Instant now) {
    StepContext at = attempt.context();
    return sql.of(text)
        .with("action", at.action())
        .with("step", at.step())
        .with("phase", at.phase().code())
        .with("generation", at.generation())
        .with("run", attempt.runId())
        .with("runsBefore", at.runsBefore())
        .with("attempt", attempt.number())
        .with("now", now);
  }

  private void write(Sql.Statement statement, AttemptRecord attempt) {
    if (entered(statement, row -> true).isEmpty()) {
      throw stale(attempt);
    }
  }

  /// Makes the statement once more where it wrote nothing: whoever changed the row meanwhile has
  /// committed, and the first time locked it.
  private static <T> Optional<T> entered(Sql.Statement statement, Row.Reader<T> reader) {
    return statement.one(reader).or(() -> statement.one(reader));
  }

  private static Optional<Begun> begun(Row row) throws SQLException {
    return row.isTrue("is_begun")
        ? Optional.of(
            new Begun(row.integer("ordinal"), row.isTrue("is_first"), row.isTrue("is_other_open")))
        : Optional.empty();
  }

  private StaleAttemptException stale(AttemptRecord attempt) {
    return isUninformed(attempt)
        ? new UninformedRunException(attempt)
        : new StaleAttemptException(attempt.context().action(), attempt.context().step());
  }
}
