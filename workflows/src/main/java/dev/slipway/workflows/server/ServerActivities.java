package dev.slipway.workflows.server;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// Writes a server's own record.
@ActivityInterface
public interface ServerActivities {

  /// Shows the server as running, and ends its action in the same transaction.
  @ActivityMethod(name = "PublishServer")
  PublishedServer publish(PublishServer request);
}
