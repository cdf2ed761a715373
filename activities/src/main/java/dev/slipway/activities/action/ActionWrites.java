package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions.AbortRequest;
import dev.slipway.workflows.action.LaneHeldException;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.PlannedStep;
import dev.slipway.workflows.step.WireJson;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people write to actions: the order, the wish to abort, who looks after one. What workflows
/// write is the projection's.
@Singleton
final class ActionWrites {

  private static final String INSERT =
      """
      insert into action (
        id, tenant_id, type, status, resource_type, resource_id, requested_by_id,
        requested_by_type, order_json, not_before, created_at, written_at, waiting_kind,
        waiting_text, waiting_since, waiting_until, correlation_id)
      values (
        :id, :tenant, :type, 'queued', :resourceType, :resource, :requester, :requesterType,
        cast(:order as jsonb), :notBefore, :createdAt, :createdAt, :waitingKind, :waitingText,
        :createdAt, :notBefore, :correlation)
      """;

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

  void create(NewAction action) {
    insert(action);
    takeLane(action);
    insertSteps(action);
    announcements.of(action.id());
  }

  private void insert(NewAction action) {
    Instant notBefore = action.notBefore();
    WaitKind waiting = notBefore == null ? WaitKind.ENGINE : WaitKind.NOT_BEFORE;
    sql.of(INSERT)
        .with("id", action.id().value())
        .with("tenant", action.tenantId().value())
        .with("type", action.type().code())
        .with("resourceType", action.resource().type())
        .with("resource", action.resource().id())
        .with("requester", action.requestedBy().id())
        .with("requesterType", action.requestedBy().type())
        .with("order", WireJson.write(action.order()))
        .with("notBefore", notBefore)
        .with("createdAt", action.createdAt())
        .with("waitingKind", waiting.code())
        .with("waitingText", waiting.operatorText())
        .with("correlation", action.correlationId())
        .update();
  }

  private void takeLane(NewAction action) {
    String insert =
        """
        insert into lane (resource, action_id, tenant_id, position, holds, created_at)
        values (:resource, :action, :tenant, 0, true, :now)
        on conflict (resource) where holds do nothing
        """;
    int taken =
        sql.of(insert)
            .with("resource", action.resource().id())
            .with("action", action.id().value())
            .with("tenant", action.tenantId().value())
            .with("now", action.createdAt())
            .update();
    if (taken == 0) {
      throw new LaneHeldException(action.resource());
    }
  }

  private record StepRow(
      String step, String label, int position, long p50_ms, long p95_ms, @Nullable String undo) {}

  private void insertSteps(NewAction action) {
    List<StepRow> rows = new ArrayList<>();
    for (PlannedStep step : action.steps()) {
      rows.add(
          new StepRow(
              step.id(),
              step.label(),
              rows.size(),
              step.estimate().p50().toMillis(),
              step.estimate().p95().toMillis(),
              step.undo()));
    }
    String insert =
        """
        insert into action_step (
          action_id, tenant_id, step, label, position, p50_ms, p95_ms, undo_label)
        select :action, :tenant, step, label, position, p50_ms, p95_ms, undo
        from jsonb_to_recordset(cast(:steps as jsonb)) as planned (
          step text, label text, position integer, p50_ms bigint, p95_ms bigint, undo text)
        """;
    sql.of(insert)
        .with("action", action.id().value())
        .with("tenant", action.tenantId().value())
        .with("steps", WireJson.write(rows))
        .update();
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
