package dev.slipway.workflows.step;

import dev.slipway.workflows.provider.FailureClass;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/// One activity call of a step in its own cancellation scope, its failure read as a verdict.
final class StepCall {

  private final StepContext context;
  private final CancellationScope scope;
  private @Nullable Object result;

  /// How a call ended.
  sealed interface Outcome {
    /// It succeeded.
    record Done(@Nullable Object result) implements Outcome {}

    /// It failed, and this follows.
    ///
    /// @param isJudged whether a worker decided so, and wrote it down
    record Failed(Verdict verdict, boolean isJudged) implements Outcome {}

    /// It was cancelled before it had an effect that counts.
    record Cancelled() implements Outcome {}
  }

  StepCall(StepContext context, Functions.Func<@Nullable Object> body) {
    this.context = context;
    this.scope = Workflow.newCancellationScope(() -> result = body.apply());
  }

  void cancel() {
    scope.cancel();
  }

  Outcome run() {
    StepContextPropagator.set(context);
    try {
      scope.run();
      return new Outcome.Done(result);
    } catch (ActivityFailure failure) {
      return outcomeOf(failure);
    } catch (CanceledFailure cancelled) {
      return new Outcome.Cancelled();
    } finally {
      StepContextPropagator.set(null);
    }
  }

  private Outcome outcomeOf(ActivityFailure failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof CanceledFailure) {
      return new Outcome.Cancelled();
    }
    if (VerdictFailure.isOver(cause)) {
      throw new Over();
    }
    Throwable reason = cause == null ? failure : cause;
    return VerdictFailure.read(reason)
        .map(verdict -> new Outcome.Failed(verdict, true))
        .orElseGet(() -> new Outcome.Failed(unanswered(reason), false));
  }

  /// The worker died in its last attempt, or never answered: nobody could decide there.
  private Verdict unanswered(Throwable reason) {
    FailureClass unknown = FailureClass.UNKNOWN_OUTCOME;
    return new Verdict(
        unknown,
        FailureClass.Rule.PARK,
        unknown.parkCause(),
        null,
        context.policy().calls(),
        String.valueOf(reason.getMessage()));
  }

  static <A> A stub(Class<A> activities, StepPolicy policy, String summary) {
    return Workflow.newActivityStub(
        activities,
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(policy.startToClose())
            .setHeartbeatTimeout(policy.heartbeat())
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .setSummary(summary)
            .setRetryOptions(
                RetryOptions.newBuilder()
                    .setInitialInterval(policy.firstRetry())
                    .setBackoffCoefficient(2)
                    .setMaximumInterval(policy.retryAfter(Integer.MAX_VALUE))
                    .setMaximumAttempts(policy.engineCalls())
                    .build())
            .build());
  }
}
