package dev.slipway.ui.action;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.page.PageRequest;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads lists of actions.
@Singleton
class ActionListReader {
  private static final Set<ActionStatus> UNFINISHED =
      EnumSet.of(
          ActionStatus.QUEUED, ActionStatus.RUNNING, ActionStatus.WAITING, ActionStatus.PARKED);
  private static final PageRequest FEW = new PageRequest(1, 6);

  private final ActionService actions;
  private final ActionRows rows;

  ActionListReader(ActionService actions, ActionRows rows) {
    this.actions = actions;
    this.rows = rows;
  }

  Unfinished unfinished(Caller caller) {
    var newest = read(caller, new ActionFilter(UNFINISHED, null, null, null), FEW);
    return new Unfinished(newest.rows(), actions.countUnfinished(caller));
  }

  /// The newest hundred of what has not ended.
  List<ActionRow> allUnfinished(Caller caller) {
    var most = new PageRequest(1, PageRequest.MAX_PER_PAGE);
    return read(caller, new ActionFilter(UNFINISHED, null, null, null), most).rows();
  }

  ActionListing read(Caller caller, ActionFilter filter, PageRequest request) {
    var page = actions.list(caller, filter, request);
    return new ActionListing(page, rows.of(caller, page.items()));
  }
}
