package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions.AbortRequest;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.CommandKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

  private record Standing(ActionStatus status, Phase phase, boolean hasRun, boolean isAbortAsked) {}

  AbortRequest requestAbort(ActionId id, String actor, String reason) {
    Standing standing = lock(id).orElse(null);
    if (standing == null || standing.status().isFinal()) {
      return AbortRequest.TOO_LATE;
    }
    if (standing.isAbortAsked() || standing.phase() == Phase.UNDO) {
      return AbortRequest.REPEATED;
    }
    mark(id, actor, reason);
    if (!standing.hasRun() && standing.status() == ActionStatus.QUEUED) {
      conclusion.conclude(id, ActionStatus.ABORTED, clock.instant());
      return AbortRequest.ABORTED;
    }
    announcements.of(id);
    return AbortRequest.REQUESTED;
  }

  private Optional<Standing> lock(ActionId id) {
    String select =
        """
        select status, phase, run_id is not null as has_run,
               abort_requested_at is not null as is_abort_asked
        from action
        where id = :id
        for update
        """;
    return sql.of(select)
        .with("id", id.value())
        .one(row ->
            new Standing(
                ActionRows.code(ActionStatus.class, row.text("status")),
                ActionRows.code(Phase.class, row.text("phase")),
                row.isTrue("has_run"),
                row.isTrue("is_abort_asked")));
  }

  private void mark(ActionId id, String actor, String reason) {
    String mark =
        """
        with asked as (
          update action
          set abort_requested_at = :now, abort_actor = :actor, abort_reason = :reason,
              version = version + 1
          where id = :id
          returning id, tenant_id)
        insert into action_event (action_id, tenant_id, at, kind, actor, reason)
        select id, tenant_id, :now, :kind, :actor, :reason from asked
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
