package dev.slipway.workflows.step;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Gets one call done: waits what time will solve, parks what a person must solve.
final class StepRunner {

  private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);

  private final ActionStart<?> start;
  private final CommandDesk desk;
  private final Journal journal = new Journal();
  private @Nullable StepCall running;
  private @Nullable String present;
  private boolean isWeatherCleared;

  StepRunner(ActionStart<?> start, CommandDesk desk) {
    this.start = start;
    this.desk = desk;
  }

  /// The step at work, null before the first.
  @Nullable String presentStep() {
    return present;
  }

  /// Ends the running call, so that an abort is quick.
  void interrupt() {
    StepCall call = running;
    if (call != null) {
      call.cancel();
    }
  }

  void weatherCleared() {
    isWeatherCleared = true;
  }

  /// Calls, and calls again after each wait, until it is done, broken off, or a person must decide.
  StepCall.Outcome untilDecided(Ask ask) {
    present = ask.step().id();
    if (ask.isInterruptible()) {
      return callAndWait(ask);
    }
    AtomicReference<StepCall.@Nullable Outcome> outcome = new AtomicReference<>();
    Workflow.newDetachedCancellationScope(() -> outcome.set(callAndWait(ask))).run();
    StepCall.Outcome known = outcome.get();
    return known == null ? new StepCall.Outcome.Cancelled() : known;
  }

  private StepCall.Outcome callAndWait(Ask ask) {
    int look = 1;
    Instant waitingSince = null;
    while (true) {
      StepCall.Outcome outcome = call(ask, look, waitingSince);
      if (!(outcome instanceof StepCall.Outcome.Failed failed)
          || failed.verdict().rule() != FailureClass.Rule.WAIT) {
        return outcome;
      }
      waitingSince = waitingSince == null ? now() : waitingSince;
      look++;
      waitUntil(ask, failed.verdict().resumeAt());
    }
  }

  private StepCall.Outcome call(Ask ask, int look, @Nullable Instant waitingSince) {
    Step<?, ?, ?> step = ask.step();
    StepContext context =
        new StepContext(
            start.action(),
            step.id(),
            ask.phase(),
            ask.generation(),
            desk.parkings() + 1,
            journal.attemptsOf(step.id()),
            look,
            waitingSince,
            step.policy(),
            journal.unwritten(),
            ask.ends(),
            start.runsBefore());
    StepCall call = new StepCall(context, ask.body());
    running = ask.isInterruptible() ? call : null;
    try {
      StepCall.Outcome outcome = call.run();
      journal.ended(context, outcome);
      return outcome;
    } finally {
      running = null;
    }
  }

  private void waitUntil(Ask ask, @Nullable Instant resumeAt) {
    Duration pause =
        resumeAt == null ? ask.step().policy().lookAfter(1) : Duration.between(now(), resumeAt);
    // Orders that wait for the same thing do not come back in the same instant.
    long jitter = Workflow.newRandom().nextLong(Math.max(1, pause.toMillis() / 10) + 1);
    Duration jittered = pause.plusMillis(jitter);
    isWeatherCleared = false;
    Workflow.await(
        jittered.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : jittered,
        () -> isWeatherCleared || (ask.isInterruptible() && desk.isAbortAsked()));
    if (ask.isInterruptible()) {
      leaveIfAborted();
    }
  }

  /// Waits for a person's decision about a failure.
  CommandDesk.Accepted park(Ask ask, Verdict verdict) {
    leaveIfAborted();
    return decisionOn(desk.open(ask.step(), ask.phase(), causeOf(ask, verdict), verdict.message()));
  }

  /// Waits for a person's decision about an open parking.
  CommandDesk.Accepted decisionOn(CommandDesk.Parked parked) {
    present = parked.step().id();
    Story.parked(parked);
    try {
      CommandDesk.Accepted decision = desk.decision();
      Story.resumed();
      if (decision.kind() != CommandKind.ABORT) {
        journal.decided(decision, parked.step().id(), parked.phase());
      }
      return decision;
    } catch (CanceledFailure cancelled) {
      Story.resumed();
      throw cancelled;
    }
  }

  private static ParkCause causeOf(Ask ask, Verdict verdict) {
    if (ask.phase() == Phase.UNDO) {
      return ParkCause.UNDO_FAILED;
    }
    return verdict.cause() == null ? verdict.failure().parkCause() : verdict.cause();
  }

  /// Writes down, with the next call, why everything is being undone.
  void aborted(CommandDesk.Accepted abort, String firstStep) {
    journal.decided(abort, present == null ? firstStep : present, Phase.FORWARD);
  }

  /// Leaves the plan when somebody asked for it, by command or by cancellation.
  void leaveIfAborted() {
    if (desk.isAbortAsked() || CancellationScope.current().isCancelRequested()) {
      throw new Unwinding();
    }
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
