package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions.AbortRequest;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people write to actions that are there: the wish to abort, who looks after one. What
/// workflows write is the projection's.
@Singleton
final class ActionWrites {

  private final Sql sql;
  private final Conclusion conclusion;
  private final Announcements announcements;
  private final Clock clock;

  ActionWrites(Sql sql, Conclusion conclusion, Announcements announcements, Clock clock) {
    this.sql = sql;
    this.conclusion = conclusion;
    this.announcements = announcements;
    this.clock = clock;
  }

  /// @param isClosed whether it is parked because its workflow was closed
  private record Standing(
      ActionStatus status,
      Phase phase,
      boolean hasRun,
      boolean isAbortAsked,
      boolean isClosed,
      int parking) {

    boolean isParkedAs(int number) {
      return status == ActionStatus.PARKED && parking == number;
    }
  }

  AbortRequest requestAbort(ActionId id, String actor, String reason, @Nullable Integer parking) {
    Standing standing = lock(id).orElse(null);
    if (standing == null || standing.status().isFinal()) {
      return AbortRequest.TOO_LATE;
    }
    if (standing.isAbortAsked() || standing.phase() == Phase.UNDO) {
      return AbortRequest.REPEATED;
    }
    if (parking != null && !standing.isParkedAs(parking)) {
      return AbortRequest.ANSWERED;
    }
    mark(id, actor, reason);
    if (!standing.hasRun() && standing.status() == ActionStatus.QUEUED) {
      conclusion.conclude(id, ActionStatus.ABORTED, clock.instant());
      return AbortRequest.ABORTED;
    }
    boolean isReopened = standing.isClosed() && open(id, standing.parking());
    announcements.of(id);
    return isReopened ? AbortRequest.REOPENED : AbortRequest.REQUESTED;
  }

  boolean reopen(ActionId id, StepCommand retry) {
    int parking = Objects.requireNonNull(retry.parking(), "it answers a parking");
    boolean isTaken = open(id, parking);
    if (isTaken) {
      decided(id, CommandKind.RETRY, retry);
      announcements.of(id);
    }
    return isTaken;
  }

  /// Of several decisions about one parking, one finds it still there.
  private boolean open(ActionId id, int parking) {
    String update =
        """
        update action
        set status = 'running', version = version + 1, written_at = :now, parking_since = null,
            assignee = null, restart_requested_at = :now
        where id = :id and parking_number = :parking and parking_since is not null
          and parking_cause = :closed and finished_at is null
        """;
    return sql.of(update)
            .with("id", id.value())
            .with("parking", parking)
            .with("closed", ParkCause.ENGINE_CLOSED.code())
            .with("now", clock.instant())
            .update()
        > 0;
  }

  private void decided(ActionId id, CommandKind kind, StepCommand command) {
    String insert =
        """
        insert into action_event (action_id, tenant_id, at, kind, step, parking, actor, reason)
        select id, tenant_id, :now, :kind, parking_step, parking_number, :actor, :reason
        from action where id = :id
        """;
    sql.of(insert)
        .with("id", id.value())
        .with("now", clock.instant())
        .with("kind", kind.code())
        .with("actor", command.givenBy())
        .with("reason", command.reason())
        .update();
  }

  private Optional<Standing> lock(ActionId id) {
    String select =
        """
        select status, phase, run_id is not null as has_run,
               abort_requested_at is not null as is_abort_asked,
               parking_since is not null and parking_cause = :closed as is_closed, parking_number
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
                row.integer("parking_number")));
  }

  private void mark(ActionId id, String actor, String reason) {
    String mark =
        """
        with asked as (
          update action
          set abort_requested_at = :now, abort_actor = :actor, abort_reason = :reason,
              version = version + 1
          where id = :id
          returning id, tenant_id,
            case when parking_since is null then null else parking_step end as step,
            case when parking_since is null then 0 else parking_number end as parking)
        insert into action_event (action_id, tenant_id, at, kind, step, parking, actor, reason)
        select id, tenant_id, :now, :kind, step, parking, :actor, :reason from asked
        """;
    sql.of(mark)
        .with("id", id.value())
        .with("now", clock.instant())
        .with("actor", actor)
        .with("reason", reason)
        .with("kind", CommandKind.ABORT.code())
        .update();
  }

  int assign(Collection<ActionId> ids, String assignee) {
    String update =
        """
        update action set assignee = nullif(:assignee, ''), version = version + 1
        where id = any(:ids) and assignee is distinct from nullif(:assignee, '')
        returning id
        """;
    List<ActionId> changed =
        sql.of(update)
            .with("ids", ids.stream().map(ActionId::value).toList())
            .with("assignee", assignee)
            .list(row -> new ActionId(row.text("id")));
    announcements.of(changed);
    return changed.size();
  }
}
