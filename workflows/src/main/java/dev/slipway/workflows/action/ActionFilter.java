package dev.slipway.workflows.action;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which actions a list shows, newest first.
///
/// @param statuses any of these; none means all
/// @param resource the resource's id
/// @param tenant one tenant's, for callers who see more than one
public record ActionFilter(
    Set<ActionStatus> statuses,
    @Nullable ActionType type,
    @Nullable String resource,
    @Nullable String tenant) {

  /// Every action.
  public static final ActionFilter ALL = new ActionFilter(Set.of(), null, null, null);

  public ActionFilter {
    statuses = Set.copyOf(statuses);
  }
}
