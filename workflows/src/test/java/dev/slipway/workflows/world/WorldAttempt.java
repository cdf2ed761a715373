package dev.slipway.workflows.world;

import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepContextPropagator;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import dev.slipway.workflows.step.VerdictFailure;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// One attempt: recorded, struck by the script, its failure judged.
final class WorldAttempt extends ActivityInboundCallsInterceptorBase {

  private final Mishaps mishaps;
  private final AttemptLog log;
  private final Supplier<Instant> clock;
  private ActivityExecutionContext activity;

  @SuppressWarnings("NullAway.Init") // the worker calls init first
  WorldAttempt(
      ActivityInboundCallsInterceptor next,
      Mishaps mishaps,
      AttemptLog log,
      Supplier<Instant> clock) {
    super(next);
    this.mishaps = mishaps;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void init(ActivityExecutionContext context) {
    activity = context;
    super.init(context);
  }

  @Override
  public ActivityOutput execute(ActivityInput input) {
    StepContext context = StepContextPropagator.current().orElseThrow();
    int call = activity.getInfo().getAttempt();
    if (!log.finals(context.action()).isEmpty()) {
      throw VerdictFailure.over(context.action() + " has ended");
    }
    log.begins(new AttemptLog.Entry(context, call, List.of(input.getArguments())));
    Tries tries = log.tries(context, call);
    Verdict.beforehand(context, tries)
        .ifPresent(verdict -> {
          log.ends(new AttemptLog.End(context, call, verdict));
          throw VerdictFailure.of(verdict);
        });
    try {
      mishaps.strike(context, Moment.BEFORE_CALL);
      ActivityOutput output = super.execute(input);
      mishaps.strike(context, Moment.AFTER_REPLY);
      log.ends(new AttemptLog.End(context, call, null));
      return output;
    } catch (WorkerDeath death) {
      activity.doNotCompleteOnReturn();
      return new ActivityOutput(null);
    } catch (ScriptedFailure failure) {
      Verdict verdict = judge(failure, context, tries);
      log.ends(new AttemptLog.End(context, call, verdict));
      throw VerdictFailure.of(verdict);
    }
  }

  private Verdict judge(ScriptedFailure failure, StepContext context, Tries tries) {
    Instant now = clock.get();
    Duration resumeIn = failure.resumeIn();
    Verdict.Failure what =
        new Verdict.Failure(
            failure.failure(),
            String.valueOf(failure.getMessage()),
            resumeIn == null ? null : now.plus(resumeIn));
    return Verdict.of(what, context, tries, now);
  }
}
