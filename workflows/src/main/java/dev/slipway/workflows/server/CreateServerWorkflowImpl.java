package dev.slipway.workflows.server;

import dev.slipway.workflows.step.ActionStart;
import dev.slipway.workflows.step.PlanWorkflow;
import io.temporal.workflow.WorkflowInit;

/// Runs the plan [CreateServer].
public final class CreateServerWorkflowImpl extends PlanWorkflow<ServerOrder>
    implements CreateServerWorkflow {

  /// Has the order before any command arrives.
  @WorkflowInit
  public CreateServerWorkflowImpl(ActionStart<ServerOrder> start) {
    super(start, new CreateServer());
  }

  @Override
  public void create(ActionStart<ServerOrder> start) {
    execute();
  }
}
