package dev.slipway.ui.server;

import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerStatus;
import java.util.List;
import java.util.Map;

/// What the list shows at one moment.
///
/// @param places names of places to choose from, by their codes
/// @param tenantName the name of the tenant that it is narrowed to; empty where it is not
/// @param counts servers of each state, whatever the filter
/// @param delayed those of them that wait for a person
record ServerListing(
    Page<Server> page,
    List<ServerRow> rows,
    Map<String, String> places,
    String tenantName,
    Map<ServerStatus, Long> counts,
    Map<ServerStatus, Long> delayed) {

  long existing() {
    return sum(counts, StateFilter.ALL);
  }

  long count(StateFilter state) {
    var isDelayed = state.delayed();
    if (isDelayed == null) {
      return sum(counts, state);
    }
    return isDelayed ? sum(delayed, state) : sum(counts, state) - sum(delayed, state);
  }

  private static long sum(Map<ServerStatus, Long> counts, StateFilter state) {
    return counts.entrySet().stream()
        .filter(each -> state.statuses().isEmpty() || state.statuses().contains(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
