package dev.slipway.activities.temporal;

import dev.slipway.activities.action.AttemptLog;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Puts [StepActivity] around every activity of a step.
@Singleton
class StepInterceptor extends WorkerInterceptorBase {

  private final AttemptLog log;
  private final Heartbeats heartbeats;
  private final Clock clock;
  private final ActionStarter starter;

  StepInterceptor(AttemptLog log, Pulse pulse, Clock clock, ActionStarter starter) {
    this.log = log;
    this.heartbeats = new Heartbeats(pulse);
    this.clock = clock;
    this.starter = starter;
  }

  /// The worker stops: whoever waits inside a call leaves it. What was taken just before may begin;
  /// it ends, or waits and leaves.
  void stop() {
    heartbeats.stop();
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new UninformedRuns(new StepActivity(next, log, heartbeats, clock), starter);
  }
}
