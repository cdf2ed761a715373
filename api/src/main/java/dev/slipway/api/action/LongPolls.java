package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Requests that are answered once their action changes.
@Singleton
class LongPolls {

  private final ActionService actions;
  private final ActionFeed feed;
  private final SharedReads reads;
  private final OpenWaits open;

  LongPolls(ActionService actions, ActionFeed feed, SharedReads reads, OpenWaits open) {
    this.actions = actions;
    this.feed = feed;
    this.reads = reads;
    this.open = open;
  }

  /// The action once it is settled (final or parked) or changes, or as it stands when the time is
  /// over.
  ///
  /// @throws ProblemException as [ActionService#find], and `rate_limit_exceeded` when the caller
  ///   waits as often as he may
  Action waitForChange(Caller caller, ActionId id, Duration longest) {
    try (var _ = open.poll(caller.user());
        var bell = feed.listen(id)) {
      Action first = find(caller, id);
      return bell.await(
          longest,
          first,
          () -> find(caller, id),
          latest -> latest.version() != first.version() || isSettled(latest));
    }
  }

  private Action find(Caller caller, ActionId id) {
    return reads.read(() -> actions.find(caller, id));
  }

  private static boolean isSettled(Action action) {
    return action.status().isFinal() || action.status() == ActionStatus.PARKED;
  }
}
