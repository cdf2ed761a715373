package dev.slipway.ui.action;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.action.ActionReading.Decision;
import dev.slipway.ui.shell.Times;
import java.time.Instant;

/// Who did what, oldest first; for operators.
final class DecisionList extends Section {
  private final OrderedList list = new OrderedList();

  DecisionList() {
    addClassName("sw-panel");
    var head = new Div(new H2(text("decisions.title")));
    head.addClassName("sw-panel-head");
    list.addClassNames("sw-timeline", "sw-panel-body");
    add(head, list);
  }

  void show(ActionReading reading) {
    setVisible(reading.isOperator());
    list.removeAll();
    list.add(
        item(
            reading.action().createdAt(),
            text("decisions.ordered", reading.tenant(), reading.requester())));
    reading.decisions().forEach(decision -> list.add(item(decision.at(), words(decision))));
    var parking = reading.action().parking();
    if (parking != null) {
      list.add(item(parking.since(), text("decisions.parked", parking.cause().title())));
    }
  }

  private static String words(Decision decision) {
    return decision.reason().isEmpty()
        ? text("decisions.plain", decision.actor(), decision.command())
        : text("decisions.reason", decision.actor(), decision.command(), decision.reason());
  }

  private static ListItem item(Instant at, String words) {
    var time = new Span(Times.clock(at));
    time.addClassName("sw-mono");
    return new ListItem(time, new Span(words));
  }
}
