package dev.slipway.deploy.bench.bare;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/// Calls with the options of a step.
public final class BareWorkflowImpl implements BareWorkflow {

  private final BareActivities activities =
      Workflow.newActivityStub(
          BareActivities.class,
          ActivityOptions.newBuilder()
              .setStartToCloseTimeout(Duration.ofMinutes(2))
              .setHeartbeatTimeout(Duration.ofSeconds(10))
              .build());

  @Override
  public void run(BareLoad load) {
    for (int call = 0; call < load.requests().size(); call++) {
      activities.call(load.results().get(call), BareLoad.text(load.requests().get(call)));
    }
  }
}
