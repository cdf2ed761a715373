package dev.slipway.activities.server;

import dev.slipway.activities.action.ActionRows;
import dev.slipway.activities.storage.Row;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerCount;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.ServerName;
import dev.slipway.workflows.server.ServerProgress;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.step.WireJson;
import dev.slipway.workflows.tenant.TenantId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Reads servers from rows.
final class ServerRows {

  private ServerRows() {}

  /// A server with who holds its lane: the columns `holder` and `holder_status`.
  static Server server(Row row) throws SQLException {
    String holder = row.textOrNull("holder");
    return new Server(
        new ServerId(row.text("id")),
        new TenantId(row.text("tenant_id")),
        new ServerName(row.text("name")),
        status(row),
        holder == null ? null : new ActionId(holder),
        holder == null ? null : ActionRows.code(ActionStatus.class, row.text("holder_status")),
        row.text("plan"),
        new ServerSize(row.integer("vcpus"), row.integer("memory_mib"), row.integer("disk_gib")),
        row.text("image"),
        row.text("location"),
        row.texts("networks"),
        row.textOrNull("ipv4"),
        row.textOrNull("ipv6"),
        labels(row.text("labels")),
        row.isTrue("protected"),
        row.instantOrNull("state_observed_at"),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.large("version"));
  }

  /// Servers of one state and of one state of who holds their lanes: the columns `status`,
  /// `holder_status` and `n`.
  static ServerCount count(Row row) throws SQLException {
    String holder = row.textOrNull("holder_status");
    return new ServerCount(
        status(row),
        ServerProgress.of(holder == null ? null : ActionRows.code(ActionStatus.class, holder)),
        row.large("n"));
  }

  static ServerStatus status(Row row) throws SQLException {
    String code = row.text("status");
    return ServerStatus.ofCode(code)
        .orElseThrow(() -> new IllegalStateException("a server is " + code));
  }

  private static Map<String, String> labels(String json) {
    Map<String, String> labels = new HashMap<>();
    Map<?, ?> stored = WireJson.read(json, Map.class);
    stored.forEach((key, value) -> labels.put((String) key, (String) value));
    return labels;
  }
}
