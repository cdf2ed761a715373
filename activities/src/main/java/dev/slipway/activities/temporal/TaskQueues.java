package dev.slipway.activities.temporal;

/// The task queues. A workflow and its activities share one, which eager dispatch needs.
public final class TaskQueues {

  /// Provisioning and the life of servers.
  public static final String LIFECYCLE = "cloudpods";

  private TaskQueues() {}
}
