package dev.slipway.ui.action;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStep;

/// One bar for the whole action: a part for each step, as long as the step usually takes.
final class WeightedBar extends Div {

  WeightedBar() {
    addClassName("sw-bar");
    getElement().setAttribute("role", "progressbar");
    getElement().setAttribute("aria-valuemin", "0");
    getElement().setAttribute("aria-valuemax", "100");
  }

  void show(Action action, int percent, String words) {
    getElement().setAttribute("aria-valuenow", String.valueOf(percent));
    getElement().setAttribute("aria-label", words);
    removeAll();
    action.steps().forEach(step -> add(part(step)));
  }

  private static Span part(ActionStep step) {
    var part = new Span();
    part.addClassName(step.status().code());
    part.getStyle().set("--sw-weight", String.valueOf(step.estimate().p50().toMillis() + 1));
    var progress = step.progress();
    if (progress != null) {
      part.getStyle().set("--sw-done", progress + "%");
    }
    return part;
  }
}
