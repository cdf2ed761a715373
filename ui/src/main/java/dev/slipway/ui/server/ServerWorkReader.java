package dev.slipway.ui.server;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerLanes;
import dev.slipway.ui.action.ActionRows;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.ServerId;
import jakarta.inject.Singleton;
import java.util.Set;

/// Reads the lane and the history of a server.
@Singleton
class ServerWorkReader {
  private static final PageRequest FEW = new PageRequest(1, 8);

  private final ServerLanes lanes;
  private final ActionService actions;
  private final ActionRows rows;

  ServerWorkReader(ServerLanes lanes, ActionService actions, ActionRows rows) {
    this.lanes = lanes;
    this.actions = actions;
    this.rows = rows;
  }

  ServerWork read(Caller caller, ServerId id) {
    var ofServer = new ActionFilter(Set.of(), null, id.value(), null);
    var page = actions.list(caller, ofServer, FEW);
    return new ServerWork(lanes.lane(caller, id), rows.of(caller, page.items()), page.hasNext());
  }
}
