package dev.slipway.activities.server;

import dev.slipway.activities.action.Conclusion;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.PublishServer;
import dev.slipway.workflows.server.PublishedServer;
import dev.slipway.workflows.server.ServerActivities;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Hands servers over. The server's record and the action's end are one transaction.
@Singleton
class ServerActivitiesImpl implements ServerActivities {

  private final PublishWrites servers;
  private final Conclusion conclusion;
  private final Clock clock;

  ServerActivitiesImpl(PublishWrites servers, Conclusion conclusion, Clock clock) {
    this.servers = servers;
    this.conclusion = conclusion;
    this.clock = clock;
  }

  @Override
  public PublishedServer publish(PublishServer request) {
    StepAttempt attempt = StepAttempt.current();
    attempt.atEnd(() -> handOver(request, new ActionId(attempt.context().action())));
    return new PublishedServer(request.server());
  }

  private void handOver(PublishServer request, ActionId action) {
    Instant now = clock.instant();
    servers.publish(
        request.server().value(),
        request.machine().request().reservation().location(),
        request.machine().request().image(),
        request.addresses().ipv4(),
        request.addresses().ipv6(),
        now);
    if (!conclusion.conclude(action, ActionStatus.SUCCEEDED, now)) {
      throw new ProviderException(
          FailureClass.CONFLICT, "handing over " + request.server() + ": it is being aborted");
    }
  }
}
