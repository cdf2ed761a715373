package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.step.PlannedStep;
import dev.slipway.workflows.step.WireJson;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stores new actions with their pending steps and their place in the lane.
@Singleton
final class ActionInsertion {

  private static final String INSERT =
      """
      insert into action (
        id, tenant_id, type, status, resource_type, resource_id, requested_by_id,
        requested_by_type, order_json, not_before, created_at, written_at, waiting_kind,
        waiting_text, waiting_since, waiting_until, correlation_id)
      values (
        :id, :tenant, :type, 'queued', :resourceType, :resource, :requester, :requesterType,
        cast(:order as jsonb), :notBefore, :createdAt, :createdAt, :waitingKind, :waitingText,
        :createdAt, :waitingUntil, :correlation)
      """;

  private final Sql sql;
  private final JdbcLanes lanes;
  private final Announcements announcements;

  ActionInsertion(Sql sql, JdbcLanes lanes, Announcements announcements) {
    this.sql = sql;
    this.lanes = lanes;
    this.announcements = announcements;
  }

  void create(NewAction action) {
    insert(action);
    lanes.hold(action);
    insertSteps(action);
    announcements.of(action.id());
  }

  void queue(NewAction action) {
    insert(action);
    if (!lanes.holdOrWait(action)) {
      waitInLine(action);
    }
    insertSteps(action);
    announcements.of(action.id());
  }

  private void insert(NewAction action) {
    Instant notBefore = action.notBefore();
    boolean isForLater = notBefore != null && notBefore.isAfter(action.createdAt());
    WaitKind waiting = isForLater ? WaitKind.NOT_BEFORE : WaitKind.ENGINE;
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
        .with("waitingUntil", isForLater ? notBefore : null)
        .with("correlation", action.correlationId())
        .update();
  }

  private void waitInLine(NewAction action) {
    sql.of("update action set waiting_kind = :kind, waiting_text = :text where id = :id")
        .with("id", action.id().value())
        .with("kind", WaitKind.LANE.code())
        .with("text", WaitKind.LANE.operatorText())
        .update();
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
}
