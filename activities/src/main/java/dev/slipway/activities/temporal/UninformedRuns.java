package dev.slipway.activities.temporal;

import dev.slipway.activities.action.UninformedRunException;
import dev.slipway.workflows.step.VerdictFailure;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replaces the run of a refused attempt that does not know what was decided by one that does. Who
/// dies before it is closed is called again by the engine, and refused again; who dies right after
/// leaves it to a sweep to start the next.
final class UninformedRuns extends ActivityInboundCallsInterceptorBase {

  private static final Logger LOG = LoggerFactory.getLogger(UninformedRuns.class);

  private final ActionStarter starter;

  UninformedRuns(ActivityInboundCallsInterceptor next, ActionStarter starter) {
    super(next);
    this.starter = starter;
  }

  @Override
  public ActivityOutput execute(ActivityInput input) {
    try {
      return super.execute(input);
    } catch (UninformedRunException refused) {
      LOG.warn(
          "Starts over a run that does not know what was decided action_id={} run={}",
          refused.action(),
          refused.run());
      starter.startOver(refused.action(), refused.run());
      throw VerdictFailure.over(String.valueOf(refused.getMessage()));
    }
  }
}
