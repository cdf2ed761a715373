package dev.slipway.activities.action;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.step.StepContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Lets an attempt's run in, or refuses it, in the same statement that writes the attempt down.
/// Each such statement moves everything that it changes, and announces it: an order is some fifteen
/// such writes, and what it costs is the number of its statements.
@Singleton
class RunEntry {

  /// Locks the action's row as the statement sees it. A row that somebody changed while the lock
  /// was waited for is locked too, but not given: the statement still sees attempts as they were
  /// before.
  static final String LOCKED =
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
  static final String RUN =
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

  /// What a statement selects at its end.
  static final String TELL_ORDINAL =
      "select ordinal, " + Announcements.ANNOUNCE + " as announced from entered";

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

  private final Sql sql;

  RunEntry(Sql sql) {
    this.sql = sql;
  }

  /// Gives the row a new version for a run that is not older than the newest seen, under one more
  /// condition.
  static String enteredIf(String condition) {
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

  /// A statement with what is known of an attempt.
  Sql.Statement of(String text, AttemptRecord attempt, Instant now) {
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

  /// Writes something down about an attempt.
  ///
  /// @throws StaleAttemptException when the statement does not let its run in; an
  ///   [UninformedRunException] when the run does not know what was decided
  void write(Sql.Statement statement, AttemptRecord attempt) {
    if (entered(statement, row -> true).isEmpty()) {
      throw stale(attempt);
    }
  }

  /// What a statement tells of an attempt, empty when it does not let its run in. It is made once
  /// more where it wrote nothing: whoever changed the row meanwhile has committed, and the first
  /// time locked it.
  static <T> Optional<T> entered(Sql.Statement statement, Row.Reader<T> reader) {
    return statement.one(reader).or(() -> statement.one(reader));
  }

  /// How an attempt is refused.
  StaleAttemptException stale(AttemptRecord attempt) {
    return told(IS_UNINFORMED, attempt)
        ? new UninformedRunException(attempt)
        : new StaleAttemptException(attempt.context().action(), attempt.context().step());
  }

  /// Whether a question about an attempt is answered with yes.
  boolean told(String question, AttemptRecord attempt) {
    StepContext at = attempt.context();
    return sql.of(question)
        .withAll(Map.of("action", at.action(), "step", at.step(), "run", attempt.runId()))
        .with("phase", at.phase().code())
        .with("runsBefore", at.runsBefore())
        .one(row -> row.text("id"))
        .isPresent();
  }
}
