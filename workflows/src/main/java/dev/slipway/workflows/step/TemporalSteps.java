package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Phase;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/// Runs a plan on Temporal: step by step forward, and back on abort.
final class TemporalSteps implements Steps {

  private static final int CHANGED = 1;

  private final String action;
  private final Resume resume;
  private final Plan<?> plan;
  private final CommandDesk desk;
  private final StepRunner runner;
  private final UndoStack undo = new UndoStack();

  /// What was decided about the parking this run began with, until its step obeys.
  private CommandDesk.@Nullable Accepted decided;

  TemporalSteps(ActionStart<?> start, Plan<?> plan, CommandDesk desk) {
    this.action = start.action();
    this.resume = start.resumed();
    this.plan = plan;
    this.desk = desk;
    this.runner = new StepRunner(action, desk);
  }

  /// Executes the plan to its end: succeeded, or unwound.
  void execute(Functions.Proc body) {
    try {
      forwardOrBack(body);
    } catch (Over over) {
      Story.over();
    }
    desk.over();
  }

  private void forwardOrBack(Functions.Proc body) {
    try {
      undo.restore(plan, resume);
      if (resume.phase() == Phase.UNDO) {
        throw new Unwinding();
      }
      awaitDecision();
      body.apply();
    } catch (Unwinding | CanceledFailure leaving) {
      desk.unwinding();
      Workflow.newDetachedCancellationScope(this::unwind).run();
    }
  }

  /// Waits where an earlier run was parked; nothing is called before somebody decides.
  private void awaitDecision() {
    CommandDesk.Parked left = desk.left();
    if (left != null) {
      CommandDesk.Accepted decision = runner.decisionOn(left);
      if (decision.kind() == CommandKind.ABORT) {
        throw new Unwinding();
      }
      if (resume.phase() == Phase.UNDO && decision.kind() == CommandKind.SKIP) {
        String step = left.step().id();
        undo.drop(step, resume.memoryOf(step).generation());
      }
      decided = decision;
    }
  }

  private void unwind() {
    CommandDesk.Accepted abort = desk.abort();
    if (abort == null && resume.phase() == Phase.FORWARD) {
      abort = desk.abortFromOutside();
    }
    if (abort != null) {
      runner.aborted(abort, plan.steps().getFirst().id());
    }
    if (resume.phase() == Phase.UNDO) {
      awaitDecision();
    }
    Story.unwinding();
    new Undoing(runner).all(undo, action);
  }

  @Override
  public <A, Q, R> R run(Step<A, Q, R> step, Q request) {
    runner.leaveIfAborted();
    Resume.StepMemory memory = resume.memoryOf(step.id());
    Q asked = step.edited(request, memory.inputs());
    if (memory.isSkipped()) {
      undo.push(step, memory.generation(), asked);
      return step.substitute().orElseThrow().apply(asked);
    }
    Forward.Asked<Q> first = new Forward.Asked<>(asked, memory);
    Forward<A, Q, R> forward = new Forward<>(step, first, runner, undo);
    CommandDesk.Parked left = desk.left();
    CommandDesk.Accepted decision = decided;
    if (left == null || decision == null || !left.step().id().equals(step.id())) {
      return forward.run();
    }
    decided = null;
    return forward.runAfter(left.phase(), decision);
  }

  @Override
  public boolean since(int version) {
    return Workflow.getVersion("plan-" + version, Workflow.DEFAULT_VERSION, CHANGED) == CHANGED;
  }

  void interrupt() {
    runner.interrupt();
  }

  void weatherCleared() {
    runner.weatherCleared();
  }

  @Nullable String presentStep() {
    return runner.presentStep();
  }
}
