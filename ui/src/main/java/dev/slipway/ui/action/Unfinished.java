package dev.slipway.ui.action;

import dev.slipway.ui.shell.Counted;
import dev.slipway.workflows.action.ActionStatus;
import java.util.List;
import java.util.Map;

/// What has not ended at one moment.
///
/// @param newest the newest few
/// @param counts how many there are of each state, states without any left out
record Unfinished(List<ActionRow> newest, Map<ActionStatus, Long> counts) {

  /// How many wait for a person.
  long parked() {
    return counts.getOrDefault(ActionStatus.PARKED, 0L);
  }

  /// Tells the sidebar, which counts the same.
  void tell() {
    long all = running() + waiting() + parked();
    Counted.tell(Map.of(ActionNavigation.LIST, all, ActionNavigation.ATTENTION, parked()));
  }

  /// How many are at work.
  long running() {
    return counts.getOrDefault(ActionStatus.RUNNING, 0L);
  }

  /// How many go on by themselves later: for their time, their turn or the provider.
  long waiting() {
    return ActionStatus.waiting(counts);
  }
}
