package dev.slipway.activities.temporal;

import dev.slipway.activities.action.AttemptLog;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepContextPropagator;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A worker that is gone from one point of an action on, once: what was done and written until then
/// stays, its heartbeats end, and the engine hears nothing of the attempt.
final class DyingWorker extends StepInterceptor {

  private final Map<String, Point> planned = new ConcurrentHashMap<>();

  DyingWorker(Storage storage) {
    super(
        storage.get(AttemptLog.class),
        storage.get(Pulse.class),
        Clock.systemUTC(),
        storage.get(ActionStarter.class));
  }

  /// Where in an attempt it dies.
  enum Moment {
    /// The attempt's beginning is written, and the provider was not asked.
    BEFORE_CALL,
    /// The provider did it, and nothing of that is written.
    AFTER_EFFECT,
    /// The attempt's end is written, and the engine has not heard.
    AFTER_RECORD
  }

  /// A point of a plan.
  record Point(String step, Phase phase, Moment moment) {

    @Override
    public String toString() {
      return "%s %s %s".formatted(phase.code(), step, moment);
    }
  }

  void diesIn(ActionId action, Point at) {
    planned.put(action.value(), at);
  }

  boolean hasDiedIn(ActionId action) {
    return !planned.containsKey(action.value());
  }

  private void reaches(Moment moment) {
    StepContext at = StepContextPropagator.current().orElseThrow();
    if (planned.remove(at.action(), new Point(at.step(), at.phase(), moment))) {
      throw new Death();
    }
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Life(super.interceptActivity(new Call(next)));
  }

  /// The call of a step's activity, inside of what writes it down.
  private final class Call extends ActivityInboundCallsInterceptorBase {

    Call(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      reaches(Moment.BEFORE_CALL);
      ActivityOutput output = super.execute(input);
      reaches(Moment.AFTER_EFFECT);
      return output;
    }
  }

  /// All that a worker does for an attempt; its death is silence.
  private final class Life extends ActivityInboundCallsInterceptorBase {

    private ActivityExecutionContext activity;

    @SuppressWarnings("NullAway.Init") // the worker calls init first
    Life(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void init(ActivityExecutionContext context) {
      activity = context;
      super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      try {
        ActivityOutput output = super.execute(input);
        reaches(Moment.AFTER_RECORD);
        return output;
      } catch (Death death) {
        activity.doNotCompleteOnReturn();
        return new ActivityOutput(null);
      }
    }
  }

  /// No exception, so that nobody on the way takes it for a failure and writes it down.
  private static final class Death extends Error {

    private static final long serialVersionUID = 1L;
  }
}
