package dev.slipway.api.server;

import dev.slipway.api.http.Correlation;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Resource;
import dev.slipway.workflows.server.CreateServer;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.ServerOrder;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.PlannedStep;
import dev.slipway.workflows.step.PreviewSteps;
import dev.slipway.workflows.tenant.IdSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes an order: the server, its action with the pending steps, the lane. Inside a transaction.
@Singleton
class OrderStore {

  private final Servers servers;
  private final Actions actions;
  private final IdSource ids;
  private final Clock clock;

  OrderStore(Servers servers, Actions actions, IdSource ids, Clock clock) {
    this.servers = servers;
    this.actions = actions;
    this.ids = ids;
    this.clock = clock;
  }

  Ordered store(Caller caller, CheckedOrder checked) {
    ServerId id = new ServerId(ids.next(ServerId.PREFIX));
    ActionId action = new ActionId(ids.next(ActionId.PREFIX));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Server server = serverOf(checked, id, now);
    servers.create(server, checked.request().userData());
    actions.create(
        new NewAction(
            action,
            checked.tenant(),
            ActionType.CREATE_SERVER,
            new Resource("server", id.value()),
            caller.asRequester(),
            checked.orderOf(id),
            steps(checked.orderOf(id)),
            checked.request().notBefore(),
            now,
            Correlation.current()));
    return new Ordered(
        server.heldBy(action, ActionStatus.QUEUED),
        actions.find(action).orElseThrow(() -> ProblemException.notFound("action " + action)));
  }

  /// The steps of an order with estimates from past runs.
  List<PlannedStep> preview(CheckedOrder checked) {
    return steps(checked.orderOf(new ServerId(ServerId.PREFIX + "_0")));
  }

  private List<PlannedStep> steps(ServerOrder order) {
    var usual = actions.usualTimes(ActionType.CREATE_SERVER);
    return PreviewSteps.of(new CreateServer(), order).stream()
        .map(step -> step.taking(usual.getOrDefault(step.id(), step.estimate())))
        .toList();
  }

  private static Server serverOf(CheckedOrder checked, ServerId id, Instant now) {
    return new Server(
        id,
        checked.tenant(),
        checked.name(),
        ServerStatus.QUEUED,
        null,
        null,
        checked.plan().code(),
        checked.size(),
        checked.image().code(),
        checked.location().code(),
        checked.networks(),
        null,
        null,
        checked.request().labels(),
        false,
        null,
        now,
        now,
        1);
  }
}
