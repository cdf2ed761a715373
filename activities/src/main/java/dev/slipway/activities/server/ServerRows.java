package dev.slipway.activities.server;

import dev.slipway.activities.action.ActionRows;
import dev.slipway.activities.storage.Row;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.ServerName;
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

  /// A server whose lane nobody holds.
  static Server server(Row row) throws SQLException {
    return new Server(
        new ServerId(row.text("id")),
        new TenantId(row.text("tenant_id")),
        new ServerName(row.text("name")),
        status(row),
        null,
        null,
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

  static ServerStatus status(Row row) throws SQLException {
    String code = row.text("status");
    return ServerStatus.ofCode(code)
        .orElseThrow(() -> new IllegalStateException("a server is " + code));
  }

  /// Who holds the lane of a server, and how he stands.
  record Holder(ActionId action, ActionStatus status) {}

  static Holder holder(Row row) throws SQLException {
    return new Holder(
        new ActionId(row.text("action_id")),
        ActionRows.code(ActionStatus.class, row.text("status")));
  }

  private static Map<String, String> labels(String json) {
    Map<String, String> labels = new HashMap<>();
    Map<?, ?> stored = WireJson.read(json, Map.class);
    stored.forEach((key, value) -> labels.put((String) key, (String) value));
    return labels;
  }
}
