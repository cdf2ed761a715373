package dev.slipway.workflows.action;

import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import org.jspecify.annotations.Nullable;

/// Who looks after a parked action.
///
/// @param id the person; null where only the name was written down, as it was at first
/// @param name what the person was called then, which others may be called too
public record Assignee(@Nullable UserId id, String name) {

  /// A person.
  public static Assignee of(User user) {
    return new Assignee(user.id(), user.name());
  }
}
