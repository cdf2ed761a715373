package dev.slipway.activities.action;

import static dev.slipway.activities.action.RunEntry.LOCKED;
import static dev.slipway.activities.action.RunEntry.TELL_ORDINAL;
import static dev.slipway.activities.action.RunEntry.enteredIf;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The statements that write down how an attempt ends, and how far it got before.
@Singleton
class EndWrites {

  /// Whether a step `s` has begun to be undone or got other inputs since an attempt began.
  static final String IS_OVERTAKEN =
      "(s.generation > :generation or s.undo_status in ('running', 'done', 'skipped'))";

  private static final String IS_STILL_WANTED =
      """
      (:isUndo or not exists (
        select from action_step s
        where s.action_id = :action and s.step = :step and
      """
          + IS_OVERTAKEN
          + "))";

  /// Who says of an attempt of his own that it is lost leaves it.
  private static final String ENDED =
      """
      , ended as (
        update action_attempt
        set status = :status, code = :code, message = :message, finished_at = :now,
            is_left = :status = 'lost'
        from entered
        where action_id = entered.id and step = :step and phase = :phase
          and generation = :generation and run_ordinal = entered.ordinal and attempt = :attempt
      )
      """;

  private static final String END = enteredIf("true") + ENDED + TELL_ORDINAL;

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

  private final RunEntry entry;

  EndWrites(RunEntry entry) {
    this.entry = entry;
  }

  /// An attempt succeeded, and its step or undo with it.
  ///
  /// @param externalId the provider's id of what it made, null when none
  /// @throws StaleAttemptException when the action is finished or the run is out of date
  void succeed(AttemptRecord attempt, @Nullable String externalId, Instant now) {
    entry.write(
        entry
            .of(SUCCEED, attempt, now)
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
    entry.write(
        entry
            .of(END, attempt, now)
            .with("status", "failed")
            .with("code", code)
            .with("message", message),
        attempt);
  }

  /// An attempt was left by a worker that stops.
  ///
  /// @throws StaleAttemptException when the action is finished or the run is out of date
  void leave(AttemptRecord attempt, Instant now) {
    entry.write(
        entry
            .of(END, attempt, now)
            .with("status", "lost")
            .withText("code", null)
            .withText("message", null),
        attempt);
  }

  /// An attempt got so far.
  ///
  /// @param percent 0 to 100
  /// @throws StaleAttemptException when the action is finished, or the attempt is not at work
  void progress(AttemptRecord attempt, int percent, Instant now) {
    entry.write(entry.of(PROGRESS, attempt, now).with("percent", percent), attempt);
  }
}
