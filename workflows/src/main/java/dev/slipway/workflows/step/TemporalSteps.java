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
      if (resume.phase() == Phase.UNDO) {
        undo.restore(plan, resume);
        throw new Unwinding();
      }
      body.apply();
    } catch (Unwinding | CanceledFailure leaving) {
      desk.unwinding();
      Workflow.newDetachedCancellationScope(this::unwind).run();
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
    return new Forward<>(step, new Forward.Asked<>(asked, memory.generation()), runner, undo).run();
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
