package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionEvent;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.tenant.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements by which people's decisions change an action's row.
@Singleton
final class DecisionRows {

  private final Sql sql;
  private final EventWrites events;

  DecisionRows(Sql sql, EventWrites events) {
    this.sql = sql;
    this.events = events;
  }

  /// What a decision finds.
  ///
  /// @param step the parked step, null when it is not parked
  /// @param parking the number of the last parking, 0 before the first
  /// @param isClosed whether it is parked because its workflow was closed
  record Standing(
      ActionStatus status,
      Phase phase,
      boolean hasRun,
      boolean isAbortAsked,
      boolean isClosed,
      @Nullable String step,
      int parking) {

    boolean isParkedAs(int number) {
      return status == ActionStatus.PARKED && parking == number;
    }
  }

  /// Locks the row.
  Optional<Standing> lock(ActionId id) {
    String select =
        """
        select status, phase, run_id is not null as has_run,
               abort_requested_at is not null as is_abort_asked,
               parking_since is not null and parking_cause = :closed as is_closed, parking_number,
               case when parking_since is null then null else parking_step end as step
        from action
        where id = :id
        for update
        """;
    return sql.of(select)
        .with("id", id.value())
        .with("closed", ParkCause.ENGINE_CLOSED.code())
        .one(row ->
            new Standing(
                ActionRows.code(ActionStatus.class, row.text("status")),
                ActionRows.code(Phase.class, row.text("phase")),
                row.isTrue("has_run"),
                row.isTrue("is_abort_asked"),
                row.isTrue("is_closed"),
                row.textOrNull("step"),
                row.integer("parking_number")));
  }

  /// Lets work go on that is parked because its workflow was closed. Of several decisions about one
  /// parking, one finds it still there.
  ///
  /// @return whether it was there
  boolean open(ActionId id, int parking, Instant now) {
    String update =
        """
        update action
        set status = 'running', version = version + 1, written_at = :now, parking_since = null,
            assignee = null, assignee_id = null, restart_requested_at = :now
        where id = :id and parking_number = :parking and parking_since is not null
          and parking_cause = :closed and finished_at is null
        """;
    return sql.of(update)
            .with("id", id.value())
            .with("parking", parking)
            .with("closed", ParkCause.ENGINE_CLOSED.code())
            .with("now", now)
            .update()
        > 0;
  }

  /// A retry answered the last parking.
  void retried(ActionId id, StepCommand retry, Instant now) {
    String select = "select parking_step, parking_number from action where id = :id";
    sql.of(select)
        .with("id", id.value())
        .one(row ->
            new ActionEvent(
                now,
                CommandKind.RETRY.code(),
                row.text("parking_step"),
                row.integer("parking_number"),
                retry.givenBy(),
                retry.reason()))
        .ifPresent(event -> events.insert(id.value(), event));
  }

  /// Somebody wants it undone, and answers the parking it stands at, if it does.
  void markAborted(ActionId id, Standing standing, Wish wish) {
    String mark =
        """
        update action
        set abort_requested_at = :now, abort_actor = :actor, abort_reason = :reason,
            version = version + 1
        where id = :id
        """;
    sql.of(mark)
        .with("id", id.value())
        .with("now", wish.at())
        .with("actor", wish.actor())
        .with("reason", wish.reason())
        .update();
    String step = standing.step();
    int parking = step == null ? 0 : standing.parking();
    events.insert(
        id.value(),
        new ActionEvent(
            wish.at(), CommandKind.ABORT.code(), step, parking, wish.actor(), wish.reason()));
  }

  /// Who wants an action undone, why and since when.
  record Wish(String actor, String reason, Instant at) {}

  /// Says who looks after actions.
  ///
  /// @param assignee null for nobody
  /// @return those that it changed
  List<ActionId> assign(Collection<ActionId> ids, @Nullable Assignee assignee) {
    String update =
        """
        update action set assignee = :name, assignee_id = :person, version = version + 1
        where id = any(:ids)
          and (assignee is distinct from :name or assignee_id is distinct from :person)
        returning id
        """;
    return sql.of(update)
        .with("ids", ids.stream().map(ActionId::value).toList())
        .with("name", assignee == null ? null : assignee.name())
        .with("person", personOf(assignee))
        .list(row -> new ActionId(row.text("id")));
  }

  private static @Nullable String personOf(@Nullable Assignee assignee) {
    UserId id = assignee == null ? null : assignee.id();
    return id == null ? null : id.value();
  }
}
