package dev.slipway.deploy.bench.bare;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// As many calls one after the other as a plan has steps, with nothing between them.
@WorkflowInterface
public interface BareWorkflow {

  /// Where its worker listens.
  String QUEUE = "bare";

  /// Makes the calls.
  @WorkflowMethod
  void run(BareLoad load);
}
