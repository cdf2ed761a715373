package dev.slipway.api.server;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerActionKind;
import dev.slipway.workflows.step.PlannedStep;
import java.util.List;

/// Offers one kind of action on servers: a bean of this type is all that a route, the lane and the
/// queue need to know of a new plan.
public interface ServerActionPlan {

  /// The kind it carries out.
  ServerActionKind kind();

  /// Checks what is asked. Runs in the transaction that stores the action, and may write the
  /// server's state in it.
  ///
  /// @throws dev.slipway.api.http.ProblemException `invalid_input`, `conflict`, `protected`, …
  Planned plan(Caller caller, Server server, ServerActionRequest request);

  /// What will run.
  ///
  /// @param order the record that the type's plan works on
  /// @param steps the plan's steps for this order
  record Planned(ActionType type, Object order, List<PlannedStep> steps) {

    public Planned {
      steps = List.copyOf(steps);
    }
  }
}
