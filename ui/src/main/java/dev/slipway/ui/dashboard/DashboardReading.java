package dev.slipway.ui.dashboard;

import dev.slipway.ui.action.ActionRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that the first page shows at one moment.
///
/// @param worthALook what is delayed, waits or failed, the newest first
/// @param recent the newest actions
/// @param newest the newest servers
/// @param operations empty for tenants
record DashboardReading(
    Fleet fleet,
    List<ActionRow> worthALook,
    List<ActionRow> recent,
    List<NewServer> newest,
    Optional<Operations> operations,
    Instant readAt) {

  boolean isOperator() {
    return operations.isPresent();
  }
}
