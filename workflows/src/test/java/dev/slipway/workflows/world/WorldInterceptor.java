package dev.slipway.workflows.world;

import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import java.time.Instant;
import java.util.function.Supplier;

/// Does around each activity what the production worker does: records the attempt, turns a failure
/// into a verdict; and lets the script strike.
public final class WorldInterceptor extends WorkerInterceptorBase {

  private final Mishaps mishaps;
  private final AttemptLog log;
  private final Supplier<Instant> clock;

  /// @param clock the engine's time
  public WorldInterceptor(InMemoryWorld world, AttemptLog log, Supplier<Instant> clock) {
    this.mishaps = world.mishaps();
    this.log = log;
    this.clock = clock;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new WorldAttempt(next, mishaps, log, clock);
  }

  @Override
  public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
    return new WorkflowInboundCallsInterceptorBase(next) {
      @Override
      public void init(WorkflowOutboundCallsInterceptor outbound) {
        super.init(new ShortLives(outbound, mishaps));
      }
    };
  }
}
