package dev.slipway.activities.action;

import dev.slipway.activities.server.ServerFixtures;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Requester;
import dev.slipway.workflows.action.Resource;
import dev.slipway.workflows.server.CreateServer;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerOrder;
import dev.slipway.workflows.step.PreviewSteps;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Actions for tests.
public final class ActionFixtures {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private ActionFixtures() {}

  /// The action that creates a server.
  public static NewAction aCreate(Server server) {
    return aCreate(server, ServerFixtures.NOON, null);
  }

  /// The action that creates a server.
  public static NewAction aCreate(Server server, Instant createdAt, @Nullable Instant notBefore) {
    ServerOrder order =
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
    return new NewAction(
        new ActionId("act_" + "%08d".formatted(NUMBERS.incrementAndGet())),
        server.tenantId(),
        ActionType.CREATE_SERVER,
        new Resource("server", server.id().value()),
        new Requester("usr_1", "user"),
        order,
        PreviewSteps.of(new CreateServer(), order),
        notBefore,
        createdAt,
        "correlation-1");
  }
}
