package dev.slipway.api.server;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.server.CreateServer;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerActionKind;
import dev.slipway.workflows.server.ServerOrder;
import dev.slipway.workflows.step.PreviewSteps;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/// Offers `reboot` with a plan that is there already; what counts is how it is reached.
@Singleton
@Requires(property = "slipway.test.plans")
final class PlayedReboot implements ServerActionPlan {

  @Override
  public ServerActionKind kind() {
    return ServerActionKind.REBOOT;
  }

  @Override
  public Planned plan(Caller caller, Server server, ServerActionRequest request) {
    var order =
        new ServerOrder(
            server.id(),
            server.tenantId(),
            server.name(),
            server.plan(),
            server.size(),
            server.image(),
            server.location(),
            List.of("public"),
            List.of());
    return new Planned(ActionType.CREATE_SERVER, order, PreviewSteps.of(new CreateServer(), order));
  }
}
