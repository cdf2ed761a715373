package dev.slipway.workflows.server;

import dev.slipway.workflows.action.ActionStatus;
import org.jspecify.annotations.Nullable;

/// How what is done to a server goes on.
public enum ServerProgress {
  /// A step is at work, or nothing is to be done.
  UNHINDERED,
  /// It waits for its time, its turn or the provider.
  WAITING,
  /// A person decides.
  DELAYED;

  /// How an action of that status goes on.
  ///
  /// @param status null where nothing is done
  public static ServerProgress of(@Nullable ActionStatus status) {
    if (status == null) {
      return UNHINDERED;
    }
    if (status == ActionStatus.PARKED) {
      return DELAYED;
    }
    return status.isWaiting() ? WAITING : UNHINDERED;
  }
}
