package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.action.ActionReading.Decision;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.action.Parking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who did what, and what came by itself, oldest first; for operators.
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
    deeds(reading).stream()
        .sorted(Comparator.comparing(Deed::at))
        .forEach(deed -> list.add(item(deed)));
  }

  private record Deed(Instant at, String words) {}

  private static List<Deed> deeds(ActionReading reading) {
    var deeds = new ArrayList<Deed>();
    var ordered = text("decisions.ordered", reading.tenant(), reading.requester());
    deeds.add(new Deed(reading.action().createdAt(), ordered));
    for (Parking parking : reading.parkings()) {
      deeds.add(new Deed(parking.since(), text("decisions.parked", reading.titleOf(parking))));
    }
    for (Decision decision : reading.decisions()) {
      deeds.add(new Deed(decision.at(), words(decision)));
    }
    return deeds;
  }

  private static String words(Decision decision) {
    return decision.reason().isEmpty()
        ? text("decisions.plain", decision.actor(), decision.command())
        : text("decisions.reason", decision.actor(), decision.command(), decision.reason());
  }

  private static ListItem item(Deed deed) {
    var time = new Span(Times.clock(deed.at()));
    time.addClassName("sw-mono");
    return new ListItem(time, new Span(deed.words()));
  }
}
