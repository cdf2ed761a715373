package dev.slipway.ui.server;

import dev.slipway.api.server.ServerLanes.Lane;
import dev.slipway.ui.action.ActionRow;
import java.util.List;

/// What is done to a server, and what was.
///
/// @param lane the action at work and those behind it
/// @param newest the newest few actions, those of the lane among them
/// @param hasMore whether there are older ones
record ServerWork(Lane lane, List<ActionRow> newest, boolean hasMore) {
  ServerWork {
    newest = List.copyOf(newest);
  }

  /// Those of the newest that have ended; the others are in the lane.
  List<ActionRow> ended() {
    return newest.stream().filter(row -> row.action().status().isFinal()).toList();
  }
}
