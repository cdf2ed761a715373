package dev.slipway.deploy.docs;

import static dev.slipway.deploy.docs.ReferencePage.code;
import static dev.slipway.deploy.docs.ReferencePage.time;

import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Editable;
import dev.slipway.workflows.step.Step;
import dev.slipway.workflows.step.StepPolicy;
import java.util.List;
import java.util.stream.Collectors;

/// The plans of all types of actions, step by step.
final class StepPages {

  private StepPages() {}

  static ReferencePage steps() {
    ReferencePage page =
        new ReferencePage("steps.md", "Plans and their steps", "the step constants of each plan")
            .paragraph(
                "An expectation is declared with the step (half of all runs, nineteen of twenty)"
                    + " and gives way to what past runs took.");
    for (ActionType type : ActionType.values()) {
      page.heading(type.code()).paragraph("Workflow type `%s`.".formatted(type.workflowType()));
      forward(page, type.plan().steps());
      commands(page, type.plan().steps());
    }
    return page;
  }

  private static void forward(ReferencePage page, List<Step<?, ?, ?>> steps) {
    page.table("Step", "Label", "Undo", "Expectation", "One attempt", "Attempts", "Waits at most");
    for (Step<?, ?, ?> step : steps) {
      StepPolicy policy = step.policy();
      page.row(
          code(step.id()),
          step.label(),
          step.undo().map(Step.Undo::label).orElse("–"),
          range(step.expectation()),
          time(policy.startToClose()),
          policy.attempts(),
          time(policy.waitAtMost()));
    }
  }

  private static void commands(ReferencePage page, List<Step<?, ?, ?>> steps) {
    page.paragraph("What an operator may do once it is parked:")
        .table("Step", "Parked step", "Parked undo", "Inputs that may be changed");
    for (Step<?, ?, ?> step : steps) {
      page.row(
          code(step.id()),
          words(step, Phase.FORWARD),
          step.undo().isPresent() ? words(step, Phase.UNDO) : "–",
          step.editable().isEmpty()
              ? "–"
              : step.editable().stream().map(StepPages::field).collect(Collectors.joining(", ")));
    }
  }

  private static String words(Step<?, ?, ?> step, Phase phase) {
    return step.commandsWhenParked(phase).stream()
        .sorted()
        .map(CommandKind::code)
        .map(ReferencePage::code)
        .collect(Collectors.joining(" "));
  }

  private static String field(Editable<?> field) {
    return "%s matching %s".formatted(code(field.field()), code(field.pattern()));
  }

  private static String range(Estimate expectation) {
    return time(expectation.p50()) + " / " + time(expectation.p95());
  }
}
