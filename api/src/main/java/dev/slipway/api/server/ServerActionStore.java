package dev.slipway.api.server;

import dev.slipway.api.http.Correlation;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.step.PlannedStep;
import dev.slipway.workflows.tenant.IdSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes an action on a server: its pending steps and its place in the lane. Inside a transaction.
@Singleton
class ServerActionStore {

  private final ServerActionPlans plans;
  private final Actions actions;
  private final IdSource ids;
  private final Clock clock;

  ServerActionStore(ServerActionPlans plans, Actions actions, IdSource ids, Clock clock) {
    this.plans = plans;
    this.actions = actions;
    this.ids = ids;
    this.clock = clock;
  }

  Action store(Caller caller, Server server, ServerActions.Wish wish) {
    ServerStatus status = server.status();
    if (!status.isUnfinished() && !status.takesActions()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "A server that is " + status.code() + " takes no actions.");
    }
    ServerActionPlan plan = plans.of(wish.kind());
    NewAction action = draft(caller, server, plan.plan(caller, server, wish.request()));
    if (wish.mayQueue()) {
      actions.queue(action);
    } else {
      actions.create(action);
    }
    return actions
        .find(action.id())
        .orElseThrow(() -> ProblemException.notFound("action " + action.id()));
  }

  private NewAction draft(Caller caller, Server server, ServerActionPlan.Planned planned) {
    var usual = actions.usualTimes(planned.type());
    List<PlannedStep> steps =
        planned.steps().stream()
            .map(step -> step.taking(usual.getOrDefault(step.id(), step.estimate())))
            .toList();
    return new NewAction(
        new ActionId(ids.next(ActionId.PREFIX)),
        server.tenantId(),
        planned.type(),
        ServerLanes.resource(server.id()),
        caller.asRequester(),
        planned.order(),
        steps,
        null,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        Correlation.current());
  }
}
