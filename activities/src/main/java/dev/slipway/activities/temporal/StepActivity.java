package dev.slipway.activities.temporal;

import dev.slipway.activities.action.AttemptLog;
import dev.slipway.activities.action.AttemptRecord;
import dev.slipway.activities.action.StaleAttemptException;
import dev.slipway.activities.action.StepRequest;
import dev.slipway.activities.action.UninformedRunException;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepContextPropagator;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import dev.slipway.workflows.step.VerdictFailure;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// One activity of a step: written down before its effect, and again with what came of it. If the
/// beginning can't be written there is no effect; if the end can't, the ledger was not written
/// either, and the step is called again under the same key.
final class StepActivity extends ActivityInboundCallsInterceptorBase {

  private static final Logger LOG = LoggerFactory.getLogger(StepActivity.class);

  private final AttemptLog log;
  private final Heartbeats heartbeats;
  private final Clock clock;
  private @Nullable ActivityExecutionContext activity;

  StepActivity(
      ActivityInboundCallsInterceptor next, AttemptLog log, Heartbeats heartbeats, Clock clock) {
    super(next);
    this.log = log;
    this.heartbeats = heartbeats;
    this.clock = clock;
  }

  @Override
  public void init(ActivityExecutionContext context) {
    activity = context;
    super.init(context);
  }

  @Override
  public ActivityOutput execute(ActivityInput input) {
    Optional<StepContext> context = StepContextPropagator.current();
    ActivityExecutionContext served = activity;
    if (context.isEmpty() || served == null) {
      return super.execute(input);
    }
    ActivityInfo info = served.getInfo();
    AttemptRecord attempt =
        new AttemptRecord(
            context.get(), String.valueOf(info.getWorkflowRunId()), info.getAttempt());
    MDC.put("action_id", context.get().action());
    MDC.put("step", context.get().step());
    // A write that hangs in a frozen database is no silence either.
    ScheduledFuture<?> beats = heartbeats.keep(served);
    try {
      return begunAndEnded(attempt, served, input);
    } finally {
      beats.cancel(false);
      MDC.remove("action_id");
      MDC.remove("step");
    }
  }

  /// An attempt that is written down.
  private record Begun(AttemptRecord attempt, Tries tries, StepAttempt step) {}

  private ActivityOutput begunAndEnded(
      AttemptRecord attempt, ActivityExecutionContext served, ActivityInput input) {
    Tries tries = begin(attempt, input);
    Verdict.beforehand(attempt.context(), tries)
        .ifPresent(verdict -> {
          throw failed(attempt, verdict);
        });
    StepAttempt step =
        new StepAttempt(
            attempt.context(),
            percent -> heartbeats.beat(served, percent),
            percent -> write(attempt, () -> log.progressed(attempt, percent)));
    Begun begun = new Begun(attempt, tries, step);
    ActivityOutput output = call(begun, input);
    end(begun);
    return output;
  }

  private Tries begin(AttemptRecord attempt, ActivityInput input) {
    try {
      return log.started(attempt, StepRequest.of(input.getArguments()[0]));
    } catch (StorageUnavailableException away) {
      throw VerdictFailure.of(
          FailureReading.database(
              attempt.context(), Tries.answered(attempt.call()), clock.instant()));
    } catch (StaleAttemptException stale) {
      LOG.warn("Refused an attempt that is out of date attempt={}", attempt.number());
      throw over(stale);
    } catch (RuntimeException unforeseen) {
      Tries tries = Tries.answered(attempt.call());
      throw VerdictFailure.of(
          FailureReading.verdictOf(unforeseen, attempt.context(), tries, clock.instant()));
    }
  }

  private ActivityOutput call(Begun begun, ActivityInput input) {
    try {
      return begun.step().serving(() -> super.execute(input));
    } catch (WorkerStopsException left) {
      write(begun.attempt(), () -> log.left(begun.attempt()));
      LOG.info("Left an attempt to the next worker attempt={}", begun.attempt().number());
      throw left;
    } catch (Exception thrown) {
      AttemptRecord attempt = begun.attempt();
      if (FailureReading.isCancellation(thrown)) {
        write(attempt, () -> log.cancelled(attempt));
        throw FailureReading.cancellationIn(thrown);
      }
      throw failed(attempt, verdictOf(begun, thrown));
    }
  }

  private Verdict verdictOf(Begun begun, Throwable thrown) {
    return FailureReading.verdictOf(
        thrown, begun.attempt().context(), begun.tries(), clock.instant());
  }

  private void end(Begun begun) {
    AttemptRecord attempt = begun.attempt();
    StepAttempt step = begun.step();
    try {
      log.succeeded(attempt, step.externalId(), step.residual(), step.writes());
    } catch (StorageUnavailableException away) {
      boolean isKept = !step.writes().isEmpty() || !step.residual().isEmpty();
      if (isKept || attempt.context().ends()) {
        throw VerdictFailure.of(
            FailureReading.database(attempt.context(), begun.tries(), clock.instant()));
      }
      LOG.warn("Could not write down that an attempt succeeded; the next write mends it", away);
    } catch (StaleAttemptException stale) {
      write(attempt, () -> log.late(attempt, step.externalId()));
      throw over(stale);
    } catch (RuntimeException refused) {
      throw failed(attempt, verdictOf(begun, refused));
    }
  }

  private static RuntimeException over(StaleAttemptException stale) {
    return stale instanceof UninformedRunException
        ? stale
        : VerdictFailure.over(String.valueOf(stale.getMessage()));
  }

  private ApplicationFailure failed(AttemptRecord attempt, Verdict verdict) {
    if (verdict.rule() == FailureClass.Rule.PARK) {
      LOG.warn("Parked a step failure={} message={}", verdict.failure(), verdict.message());
    } else {
      LOG.info("An attempt failed failure={} message={}", verdict.failure(), verdict.message());
    }
    write(attempt, () -> log.failed(attempt, verdict));
    return VerdictFailure.of(verdict);
  }

  private static void write(AttemptRecord attempt, Runnable writing) {
    try {
      writing.run();
    } catch (StorageUnavailableException missed) {
      LOG.warn("Could not write down the end of attempt {}", attempt.number(), missed);
    } catch (StaleAttemptException late) {
      LOG.info(
          "An attempt ended after its run attempt={} reason={}",
          attempt.number(),
          late.getMessage());
    }
  }
}
