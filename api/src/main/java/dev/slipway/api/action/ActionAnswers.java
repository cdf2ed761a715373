package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Callers;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;

/// What controllers of actions share: who asks, and how he sees an action.
@Singleton
class ActionAnswers {

  private final Callers callers;
  private final ActionBodies bodies;
  private final Servers servers;
  private final Transactions transactions;

  ActionAnswers(Callers callers, ActionBodies bodies, Servers servers, Transactions transactions) {
    this.callers = callers;
    this.bodies = bodies;
    this.servers = servers;
    this.transactions = transactions;
  }

  Caller caller() {
    return callers.current();
  }

  Object bodyOf(Caller caller, Action action) {
    return bodies.of(caller, action);
  }

  ActionBody wrapped(Caller caller, Action action) {
    return bodies.wrapped(caller, action);
  }

  /// @throws ProblemException `not_found` when the caller sees no such server
  void requireServer(Caller caller, String id) {
    caller.require(Permission.SERVERS_VIEW);
    boolean isThere =
        id.matches(ServerId.PREFIX + "_[0-9a-z]{1,40}")
            && transactions.reading(
                caller.scope(), () -> servers.find(new ServerId(id)).isPresent());
    if (!isThere) {
      throw ProblemException.notFound("server " + id);
    }
  }
}
