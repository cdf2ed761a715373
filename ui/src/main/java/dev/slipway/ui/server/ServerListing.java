package dev.slipway.ui.server;

import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerCount;
import java.util.List;
import java.util.Map;

/// What the list shows at one moment.
///
/// @param places names of places to choose from, by their codes
/// @param tenantName the name of the tenant that it is narrowed to; empty where it is not
/// @param counts those that match in everything but their state
/// @param existing how many there are, whatever is asked for
record ServerListing(
    Page<Server> page,
    List<ServerRow> rows,
    Map<String, String> places,
    String tenantName,
    List<ServerCount> counts,
    long existing) {

  long count(StateFilter state) {
    return counts.stream().filter(state::isOf).mapToLong(ServerCount::servers).sum();
  }
}
