package dev.slipway.workflows.step;

import io.temporal.workflow.Workflow;
import java.util.Objects;

/// What every action's workflow is: a plan, run, and the commands that steer it.
///
/// @param <O> the order
public abstract class PlanWorkflow<O> implements ActionCommands {

  private final Plan<O> plan;
  private final ActionStart<O> start;
  private final CommandDesk desk;
  private final TemporalSteps steps;

  /// Called from a constructor marked `@WorkflowInit`, so that no command arrives before it.
  protected PlanWorkflow(ActionStart<O> start, Plan<O> plan) {
    this.plan = plan;
    this.start = start;
    this.desk = new CommandDesk(start.action(), start.resumed(), plan);
    this.steps = new TemporalSteps(start, plan, desk);
  }

  /// Runs the plan to its end and lets every command's answer leave first.
  protected final void execute() {
    steps.execute(() -> plan.execute(Objects.requireNonNull(start.order()), steps));
    Workflow.newDetachedCancellationScope(() -> Workflow.await(Workflow::isEveryHandlerFinished))
        .run();
  }

  @Override
  public final String retry(StepCommand command) {
    return desk.accept(CommandKind.RETRY, command);
  }

  @Override
  public final void checkRetry(StepCommand command) {
    desk.check(CommandKind.RETRY, command);
  }

  @Override
  public final String retryWith(StepCommand command) {
    return desk.accept(CommandKind.RETRY_WITH, command);
  }

  @Override
  public final void checkRetryWith(StepCommand command) {
    desk.check(CommandKind.RETRY_WITH, command);
  }

  @Override
  public final String adopt(StepCommand command) {
    return desk.accept(CommandKind.ADOPT, command);
  }

  @Override
  public final void checkAdopt(StepCommand command) {
    desk.check(CommandKind.ADOPT, command);
  }

  @Override
  public final String skip(StepCommand command) {
    return desk.accept(CommandKind.SKIP, command);
  }

  @Override
  public final void checkSkip(StepCommand command) {
    desk.check(CommandKind.SKIP, command);
  }

  @Override
  public final String abort(StepCommand command) {
    String answer = desk.accept(CommandKind.ABORT, command);
    steps.interrupt();
    return answer;
  }

  @Override
  public final void checkAbort(StepCommand command) {
    desk.check(CommandKind.ABORT, command);
  }

  @Override
  public final void weatherCleared() {
    steps.weatherCleared();
  }

  @Override
  public final Standing standing() {
    return desk.standing(steps.presentStep());
  }
}
