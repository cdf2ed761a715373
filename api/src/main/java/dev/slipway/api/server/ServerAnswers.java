package dev.slipway.api.server;

import dev.slipway.api.action.ActionBodies;
import dev.slipway.api.action.ActionBody;
import dev.slipway.api.http.Reply;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Callers;
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

  private static String address(Action action) {
    return "/api/v1/actions/" + action.id();
  }
}
