package dev.slipway.workflows.server;

import dev.slipway.workflows.step.ActionCommands;
import dev.slipway.workflows.step.ActionStart;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// The workflow of a `create_server` action.
@WorkflowInterface
public interface CreateServerWorkflow extends ActionCommands {

  /// Builds the server, or undoes what it began.
  @WorkflowMethod(name = "CreateServer")
  void create(ActionStart<ServerOrder> start);
}
