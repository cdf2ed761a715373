package dev.slipway.workflows.world;

import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepContextPropagator;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.time.Duration;

/// Notices silence quickly where workers die by script: virtual time stands still while an activity
/// is at work, so this one wait is real.
final class ShortLives extends WorkflowOutboundCallsInterceptorBase {

  private static final Duration SHORT_LIFE = Duration.ofMillis(400);

  private final Mishaps mishaps;

  ShortLives(WorkflowOutboundCallsInterceptor next, Mishaps mishaps) {
    super(next);
    this.mishaps = mishaps;
  }

  @Override
  public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
    StepContext context = StepContextPropagator.current().orElseThrow();
    if (!mishaps.isMortal(context.action())) {
      return super.executeActivity(input);
    }
    ActivityOptions options =
        ActivityOptions.newBuilder(input.getOptions()).setHeartbeatTimeout(SHORT_LIFE).build();
    return super.executeActivity(
        new ActivityInput<>(
            input.getActivityName(),
            input.getResultClass(),
            input.getResultType(),
            input.getArgs(),
            options,
            input.getHeader()));
  }
}
