package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Phase;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.util.Map;
import java.util.Objects;
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
  private final Generations generations;

  /// What was decided about the parking this run began with, until its step obeys.
  private CommandDesk.@Nullable Accepted decided;

  TemporalSteps(ActionStart<?> start, Plan<?> plan, CommandDesk desk) {
    this.action = start.action();
    this.resume = start.resumed();
    this.plan = plan;
    this.desk = desk;
    this.runner = new StepRunner(start, desk);
    this.generations = new Generations(plan, resume, runner, undo);
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
      generations.takeBackStale();
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
      boolean isUndo = left.phase() == Phase.UNDO;
      if (isUndo && decision.kind() == CommandKind.SKIP) {
        leave(left.step().id());
      }
      // The undo of what a step is to make anew is part of no step's way forward.
      decided = isUndo && generations.isStale(left.step().id()) ? null : decision;
    }
  }

  private void leave(String step) {
    if (resume.phase() == Phase.UNDO) {
      undo.drop(step, resume.memoryOf(step).generation());
    } else {
      generations.leave(step);
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
    Resume.StepMemory memory = generations.memoryOf(step.id());
    Q asked = step.edited(request, memory.inputs());
    if (memory.isSkipped()) {
      generations.begin(step, memory.generation(), asked);
      return step.substitute().orElseThrow().apply(asked);
    }
    CommandDesk.Accepted decision = decisionAbout(step.id());
    if (decision == null || generations.isOvertaken(step.id())) {
      // What was decided about something that is gone holds for the inputs of the next only.
      Q next = decision == null ? asked : step.edited(asked, inputsOf(decision));
      return forward(step, next, memory).run();
    }
    return forward(step, asked, memory)
        .runAfter(Objects.requireNonNull(desk.left()).phase(), decision);
  }

  private <A, Q, R> Forward<A, Q, R> forward(
      Step<A, Q, R> step, Q request, Resume.StepMemory memory) {
    return new Forward<>(step, new Forward.Asked<>(request, memory), runner, generations);
  }

  /// Takes what was decided about the parking that this run began with, where it is the step's.
  private CommandDesk.@Nullable Accepted decisionAbout(String step) {
    CommandDesk.Parked left = desk.left();
    if (left == null || !left.step().id().equals(step)) {
      return null;
    }
    CommandDesk.Accepted decision = decided;
    decided = null;
    return decision;
  }

  private static Map<String, Object> inputsOf(CommandDesk.Accepted decision) {
    Map<String, Object> inputs = decision.command().inputs();
    return inputs == null ? Map.of() : inputs;
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
