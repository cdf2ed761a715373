package dev.slipway.api.server;

import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.ServerName;
import dev.slipway.workflows.server.ServerOrder;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.tenant.TenantId;
import java.util.List;

/// An order whose every part exists and fits.
record CheckedOrder(
    OrderRequest request,
    TenantId tenant,
    ServerName name,
    ServerPlan plan,
    ServerSize size,
    Image image,
    Location location,
    List<String> networks,
    List<String> sshKeys) {

  /// What the workflow gets.
  ServerOrder orderOf(ServerId id) {
    return new ServerOrder(
        id, tenant, name, plan.code(), size, image.code(), location.code(), networks, sshKeys);
  }
}
