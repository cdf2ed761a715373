package dev.slipway.ui.server;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The parts of the order and which of them are chosen, at a glance.
final class OrderSteps extends OrderedList {
  private final Map<OrderPart, PartMark> marks = new EnumMap<>(OrderPart.class);

  OrderSteps() {
    addClassNames("sw-order-steps", "sw-wide");
    for (OrderPart part : OrderPart.values()) {
      var mark = new PartMark(part);
      marks.put(part, mark);
      add(new ListItem(mark, new Span(part.label())));
    }
  }

  /// @param wanting the parts where something is missing or wrong
  void show(Set<OrderPart> wanting) {
    marks.forEach((part, mark) -> mark.setDone(!wanting.contains(part)));
  }
}
