package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Phase;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A step in its forward phase: called, and steered by decisions, until it has a result.
final class Forward<A, Q, R> {

  private final Step<A, Q, R> step;
  private final StepRunner runner;
  private final Generations generations;
  private final Resume.StepMemory memory;
  private Q request;
  private int generation;
  private @Nullable String adopting;
  private boolean isChangeDue;

  /// @param asked the request with what an earlier run left of it
  Forward(Step<A, Q, R> step, Asked<Q> asked, StepRunner runner, Generations generations) {
    this.step = step;
    this.runner = runner;
    this.generations = generations;
    this.request = asked.request();
    this.memory = asked.memory();
    this.generation = memory.generation();
    this.isChangeDue = memory.editsDue() != null;
    generations.begin(step, generation, request);
  }

  /// A request and what an earlier run left of it.
  record Asked<Q>(Q request, Resume.StepMemory memory) {}

  /// Runs on from where an earlier run was lost: inputs that were about to be changed are changed
  /// first, an adoption that had not ended is made again.
  R run() {
    if (isChangeDue) {
      change(Map.of());
    } else {
      adopting = memory.adopting();
    }
    return untilDone();
  }

  @SuppressWarnings("unchecked") // the body returns the step's own result type
  private R untilDone() {
    while (true) {
      Ask ask = new Ask(step, Phase.FORWARD, generation, step.isFinal(), this::call);
      switch (runner.untilDecided(ask)) {
        case StepCall.Outcome.Done done -> {
          leaveIfAborted();
          return (R) Objects.requireNonNull(done.result());
        }
        case StepCall.Outcome.Cancelled cancelled -> throw new Unwinding();
        case StepCall.Outcome.Failed failed -> {
          adopting = null;
          CommandDesk.Accepted decision = runner.park(ask, failed.verdict());
          if (decision.kind() == CommandKind.SKIP) {
            return substitute();
          }
          obey(decision);
        }
      }
    }
  }

  /// Runs as was decided about a parking that an earlier run left.
  ///
  /// @param parked [Phase#UNDO] when changed inputs wait for the undo of the old generation
  R runAfter(Phase parked, CommandDesk.Accepted decision) {
    if (parked == Phase.UNDO) {
      generations.takeBackAfter(step);
      if (decision.kind() != CommandKind.SKIP) {
        generations.takeBack(step.id(), generation);
      }
      nextGeneration(Map.of());
    } else if (decision.kind() == CommandKind.SKIP) {
      return substitute();
    } else {
      obey(decision);
    }
    return untilDone();
  }

  private R substitute() {
    return step.substitute().orElseThrow().apply(request);
  }

  private @Nullable Object call() {
    A stub = StepCall.stub(step.activities(), step.policy(), step.label());
    String external = adopting;
    return external == null
        ? step.call().apply(stub, request)
        : step.adopt().orElseThrow().apply(stub, new Adoption<>(request, external));
  }

  /// A success that arrives after an abort is undone, unless it was the action's own end.
  private void leaveIfAborted() {
    if (!step.isFinal()) {
      runner.leaveIfAborted();
    }
  }

  private void obey(CommandDesk.Accepted decision) {
    switch (decision.kind()) {
      case RETRY, SKIP -> changeIfDue();
      case ADOPT -> {
        changeIfDue();
        generations.takeBackAfter(step);
        adopting = decision.command().externalId();
      }
      case RETRY_WITH -> {
        Map<String, Object> inputs = decision.command().inputs();
        change(inputs == null ? Map.of() : inputs);
      }
      case ABORT -> throw new Unwinding();
    }
  }

  private void changeIfDue() {
    if (isChangeDue) {
      change(Map.of());
    }
  }

  private void change(Map<String, Object> inputs) {
    generations.takeBackAfter(step);
    generations.takeBack(step.id(), generation);
    nextGeneration(inputs);
  }

  /// The generation rises only when nothing is left of the old one, or an operator left it. Inputs
  /// that an earlier run was about to change are changed with it.
  private void nextGeneration(Map<String, Object> inputs) {
    runner.leaveIfAborted();
    generations.over(step.id(), generation);
    generation++;
    if (isChangeDue) {
      request = step.edited(request, Objects.requireNonNull(memory.editsDue()));
      isChangeDue = false;
    }
    request = step.edited(request, inputs);
    generations.begin(step, generation, request);
  }
}
