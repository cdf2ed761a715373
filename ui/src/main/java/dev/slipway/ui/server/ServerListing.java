package dev.slipway.ui.server;

import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerStatus;
import java.util.List;
import java.util.Map;

/// What the list shows at one moment.
///
/// @param counts servers of each state, whatever the filter
record ServerListing(Page<Server> page, List<ServerRow> rows, Map<ServerStatus, Long> counts) {

  long existing() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  long count(StateFilter state) {
    return state == StateFilter.ALL
        ? existing()
        : state.statuses().stream().mapToLong(status -> counts.getOrDefault(status, 0L)).sum();
  }
}
