package dev.slipway.activities.action;

import dev.slipway.activities.storage.Row;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionError;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.Requester;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.action.Resource;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.action.WaitingOn;
import dev.slipway.workflows.step.WireJson;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads actions from rows.
public final class ActionRows {

  private ActionRows() {}

  static ActionType type(String code) {
    return ActionType.ofCode(code)
        .orElseThrow(() -> new IllegalStateException("there is no type of action " + code));
  }

  /// The constant of a word that was written by its `code()`.
  public static <E extends Enum<E>> E code(Class<E> vocabulary, String code) {
    return Enum.valueOf(vocabulary, code.toUpperCase(Locale.ROOT));
  }

  static Action action(Row row) throws SQLException {
    return new Action(
        new ActionId(row.text("id")),
        new TenantId(row.text("tenant_id")),
        type(row.text("type")),
        code(ActionStatus.class, row.text("status")),
        code(Phase.class, row.text("phase")),
        row.large("version"),
        new Resource(row.text("resource_type"), row.text("resource_id")),
        new Requester(row.text("requested_by_id"), row.text("requested_by_type")),
        row.instantOrNull("not_before"),
        row.instant("created_at"),
        row.instantOrNull("started_at"),
        row.instantOrNull("finished_at"),
        waitingOn(row),
        parking(row),
        List.of(),
        List.of(WireJson.read(row.text("residual"), Residual[].class)),
        error(row),
        assignee(row),
        row.instantOrNull("abort_requested_at") != null,
        row.isTrue("is_protected"),
        row.text("correlation_id"));
  }

  static Action withSteps(Action read, List<ActionStep> steps) {
    return new Action(
        read.id(),
        read.tenantId(),
        read.type(),
        read.status(),
        read.phase(),
        read.version(),
        read.resource(),
        read.requestedBy(),
        read.notBefore(),
        read.createdAt(),
        read.startedAt(),
        read.finishedAt(),
        read.waitingOn(),
        read.parking(),
        steps,
        read.residual(),
        read.error(),
        read.assignee(),
        read.abortRequested(),
        read.isProtected(),
        read.correlationId());
  }

  private static @Nullable Assignee assignee(Row row) throws SQLException {
    String name = row.textOrNull("assignee");
    String person = row.textOrNull("assignee_id");
    return name == null ? null : new Assignee(person == null ? null : new UserId(person), name);
  }

  private static @Nullable WaitingOn waitingOn(Row row) throws SQLException {
    String kind = row.textOrNull("waiting_kind");
    if (kind == null) {
      return null;
    }
    return new WaitingOn(
        code(WaitKind.class, kind),
        row.text("waiting_text"),
        row.instant("waiting_since"),
        row.instantOrNull("waiting_until"),
        row.integerOrNull("lane_place"));
  }

  private static @Nullable Parking parking(Row row) throws SQLException {
    Instant since = row.instantOrNull("parking_since");
    return since == null ? null : parking(row, since, "parking_");
  }

  /// The parking whose columns begin with a prefix.
  static Parking parking(Row row, Instant since, String prefix) throws SQLException {
    return new Parking(
        row.integer(prefix + "number"),
        row.text(prefix + "step"),
        code(Phase.class, row.text(prefix + "phase")),
        code(ParkCause.class, row.text(prefix + "cause")),
        since);
  }

  private static @Nullable ActionError error(Row row) throws SQLException {
    String code = row.textOrNull("error_code");
    if (code == null) {
      return null;
    }
    String message = row.textOrNull("error_message");
    String step = row.textOrNull("error_step");
    return new ActionError(
        code,
        message == null ? "" : message,
        step == null ? "" : step,
        Boolean.TRUE.equals(row.isTrueOrNull("error_retryable")));
  }
}
