package dev.slipway.workflows.action;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parked actions that share a cause, most in need first.
///
/// @param provider the adapter and location, such as `simulator/sim-1`
/// @param step the step's id
/// @param count how many there are, which may be more than `actions` holds
/// @param assignee who looks after all of them, null when nobody or several
public record AttentionGroup(
    ParkCause cause,
    String provider,
    String step,
    long count,
    Instant oldestAt,
    @Nullable String assignee,
    List<Action> actions) {

  public AttentionGroup {
    actions = List.copyOf(actions);
  }

  /// The same group with some of its actions only.
  public AttentionGroup of(List<Action> some) {
    return new AttentionGroup(cause, provider, step, some.size(), oldestAt, assignee, some);
  }
}
