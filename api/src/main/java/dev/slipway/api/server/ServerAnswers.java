package dev.slipway.api.server;

import dev.slipway.api.action.ActionBodies;
import dev.slipway.api.action.ActionBody;
import dev.slipway.api.http.Reply;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Callers;
import dev.slipway.api.server.ServerActionOperations.Lane;
import dev.slipway.api.server.ServerActionOperations.LaneBody;
import dev.slipway.api.server.ServerOperations.OrderBody;
import dev.slipway.workflows.action.Action;
import jakarta.inject.Singleton;

/// Answers about servers that bring an action along.
@Singleton
class ServerAnswers {

  private final Callers callers;
  private final ActionBodies actions;

  ServerAnswers(Callers callers, ActionBodies actions) {
    this.callers = callers;
    this.actions = actions;
  }

  Caller caller() {
    return callers.current();
  }

  Reply<OrderBody> ordered(Caller caller, Ordered ordered) {
    Action action = ordered.action();
    return new Reply<>(
        201,
        address(action),
        new OrderBody(ServerResponse.of(ordered.server()), actions.of(caller, action), null));
  }

  Reply<ActionBody> accepted(Caller caller, Action action) {
    return new Reply<>(202, address(action), actions.wrapped(caller, action));
  }

  LaneBody lane(Caller caller, ServerLanes.Lane lane) {
    Action holder = lane.holder();
    return new LaneBody(
        new Lane(
            holder == null ? null : actions.of(caller, holder),
            lane.waiting().stream().map(action -> actions.of(caller, action)).toList()));
  }

  private static String address(Action action) {
    return "/api/v1/actions/" + action.id();
  }
}
