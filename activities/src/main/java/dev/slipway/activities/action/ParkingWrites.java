package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionError;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import jakarta.inject.Singleton;
import java.time.Instant;

/// How an action comes to ask for a person, whoever found out that it must: its worker, or the
/// watchdog. Call it inside a transaction.
@Singleton
class ParkingWrites {

  private final Sql sql;
  private final ProjectionWrites actions;
  private final StepWrites steps;

  ParkingWrites(Sql sql, ProjectionWrites actions, StepWrites steps) {
    this.sql = sql;
    this.actions = actions;
    this.steps = steps;
  }

  /// Locks the row of an unfinished action, unless it changed since it was read.
  ///
  /// @param version the version that was read
  /// @return whether it is unchanged
  boolean isUnchanged(String action, long version) {
    String select =
        """
        select id from action
        where id = :action and version = :version and finished_at is null
        for update
        """;
    return sql.of(select)
        .with("action", action)
        .with("version", version)
        .one(row -> row.text("id"))
        .isPresent();
  }

  /// A step, or its undo, parks, and its action with it.
  void ofStep(String action, Parking parking, ActionError error) {
    boolean isUndo = parking.phase() == Phase.UNDO;
    steps.stalls(action, parking.step(), "parked", isUndo, null, error.message());
    of(action, parking, error);
  }

  /// An action parks at the step it had come to, for a reason that is not the step's.
  void ofEngine(String action, Parking parking, String message) {
    String code = parking.cause().code();
    of(action, parking, new ActionError(code, message, parking.step(), true));
  }

  /// A step, or its undo, parks because nobody answered for it any more.
  void ofSilentStep(String action, Parking parking, ActionError error) {
    steps.loseEveryOpenAttempt(action, parking.since());
    ofStep(action, parking, error);
  }

  /// The present parking gets the next number.
  void renumber(String action, Instant now) {
    String update =
        """
        update action
        set parking_number = parking_number + 1, version = version + 1, written_at = :now
        where id = :action and parking_since is not null
        """;
    sql.of(update).with("action", action).with("now", now).update();
  }

  /// The step an action has come to.
  String presentStep(String action) {
    return steps.presentStep(action);
  }

  /// Work goes on: nobody is asked any more.
  void resume(String action, Phase phase, Instant now) {
    actions.runs(action, phase == Phase.UNDO, now);
  }

  private void of(String action, Parking parking, ActionError error) {
    keep(action, parking);
    String update =
        """
        update action
        set status = 'parked', version = version + 1, written_at = :now,
            waiting_kind = null, waiting_text = null, waiting_since = null, waiting_until = null,
            parking_number = :number, parking_step = :step, parking_phase = :phase,
            parking_cause = :cause, parking_since = :now, error_code = :code,
            error_message = :message, error_step = :step, error_retryable = :retryable
        where id = :action and finished_at is null
        """;
    of(update, action, parking)
        .with("code", error.code())
        .with("message", error.message())
        .with("retryable", error.isRetryable())
        .update();
  }

  // what the row says of the last parking is the next one's soon
  private void keep(String action, Parking parking) {
    String insert =
        """
        insert into action_parking (action_id, tenant_id, number, step, phase, cause, since)
        select id, tenant_id, :number, :step, :phase, :cause, :now
        from action
        where id = :action and finished_at is null
          and not (parking_since is not null and parking_number = :number
                   and parking_cause = :cause)
        on conflict do nothing
        """;
    of(insert, action, parking).update();
  }

  private Sql.Statement of(String text, String action, Parking parking) {
    return sql.of(text)
        .with("action", action)
        .with("now", parking.since())
        .with("number", parking.number())
        .with("step", parking.step())
        .with("phase", parking.phase().code())
        .with("cause", parking.cause().code());
  }
}
