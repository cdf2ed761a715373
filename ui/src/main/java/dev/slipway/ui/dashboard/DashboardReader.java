package dev.slipway.ui.dashboard;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.action.ActionRow;
import dev.slipway.ui.action.ActionRows;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.page.PageRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/// Reads the first page.
@Singleton
class DashboardReader {
  private static final ActionFilter TROUBLE =
      new ActionFilter(
          EnumSet.of(ActionStatus.PARKED, ActionStatus.WAITING, ActionStatus.FAILED),
          null,
          null,
          null);
  private static final ActionFilter WAITING =
      new ActionFilter(EnumSet.of(ActionStatus.QUEUED, ActionStatus.WAITING), null, null, null);

  private final FleetReader fleet;
  private final OperationsReader operations;
  private final ActionService actions;
  private final ActionRows rows;

  DashboardReader(
      FleetReader fleet, OperationsReader operations, ActionService actions, ActionRows rows) {
    this.fleet = fleet;
    this.operations = operations;
    this.actions = actions;
    this.rows = rows;
  }

  DashboardReading read(Caller caller, Instant now) {
    return new DashboardReading(
        fleet.read(caller),
        newest(caller, caller.isOperator() ? WAITING : TROUBLE, 6),
        newest(caller, ActionFilter.ALL, 8),
        fleet.newest(caller),
        operations.read(caller),
        now);
  }

  private List<ActionRow> newest(Caller caller, ActionFilter filter, int most) {
    return rows.of(caller, actions.list(caller, filter, new PageRequest(1, most)).items());
  }
}
