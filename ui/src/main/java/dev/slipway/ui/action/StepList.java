package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every step of the action in its order. A row is drawn anew only when its step changed, so what
/// somebody opened or typed stays.
final class StepList extends Section {
  private final CommandSender sender;
  private final boolean isOperator;
  private final Span count = new Span();
  private final OrderedList list = new OrderedList();
  private final Map<String, StepRow> rows = new LinkedHashMap<>();

  StepList(CommandSender sender, boolean isOperator) {
    this.sender = sender;
    this.isOperator = isOperator;
    addClassName("sw-panel");
    count.addClassNames("sw-end", "sw-meta");
    var head = new Div(new H2(text("steps.title")), count);
    head.addClassName("sw-panel-head");
    list.addClassName("sw-steps");
    add(head, list);
  }

  void show(ActionReading reading) {
    var action = reading.action();
    count.setText(summary(action));
    for (ActionStep step : action.steps()) {
      row(step).show(step, reading);
    }
  }

  private StepRow row(ActionStep step) {
    return rows.computeIfAbsent(
        step.id(),
        id -> {
          var row = new StepRow(sender, isOperator);
          list.addComponentAtIndex(Math.min(step.position(), list.getComponentCount()), row);
          return row;
        });
  }

  private static String summary(Action action) {
    long done = action.steps().stream().filter(step -> step.status().isDone()).count();
    if (action.phase() == Phase.FORWARD) {
      return text("steps.done", done, action.steps().size());
    }
    long undone =
        action.steps().stream().filter(step -> step.status() == StepStatus.UNDONE).count();
    long never =
        action.steps().stream().filter(step -> step.status() == StepStatus.PENDING).count();
    return text("steps.undone", undone, never);
  }
}
