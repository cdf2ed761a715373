package dev.slipway.ui.action;

import com.vaadin.flow.component.html.Div;
import dev.slipway.ui.shell.Page;

/// The parts of an action's page, in the order they are seen.
final class ActionParts {
  private final ActionHead head;
  private final DelayNote delay = new DelayNote();
  private final ProgressBlock progress = new ProgressBlock();
  private final ResidualReport residual = new ResidualReport();
  private final StepList steps;
  private final ActionLog log;
  private final OrderFacts facts;
  private final DecisionList decisions = new DecisionList();

  ActionParts(CommandSender sender, boolean isOperator) {
    head = new ActionHead(sender, isOperator);
    steps = new StepList(sender, isOperator);
    log = new ActionLog(isOperator);
    facts = new OrderFacts(isOperator);
  }

  void addTo(Page page) {
    var left = ActionView.column();
    left.add(steps, log);
    var right = ActionView.column();
    right.add(facts, decisions);
    var columns = new Div(left, right);
    columns.addClassName("sw-cols");
    page.add(head, delay, progress, residual, columns);
  }

  OrderFacts facts() {
    return facts;
  }

  void show(ActionReading reading) {
    head.show(reading);
    delay.show(reading);
    progress.show(reading);
    residual.show(reading);
    steps.show(reading);
    log.show(reading);
    facts.show(reading);
    decisions.show(reading);
  }
}
