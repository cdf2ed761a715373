package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import dev.slipway.ui.server.ServerNavigation;
import dev.slipway.ui.shell.part.Copyable;
import dev.slipway.ui.shell.part.Facts;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.server.Server;

/// What was ordered, and for operators where else to read about it.
final class OrderFacts extends Section {
  private final boolean isOperator;
  private final H2 title = new H2();
  private final Div facts = new Div();
  private final Anchor engine = new Anchor();
  private final Paragraph closing = new Paragraph();

  OrderFacts(boolean isOperator) {
    this.isOperator = isOperator;
    addClassName("sw-panel");
    var head = new Div(title);
    head.addClassName("sw-panel-head");
    facts.addClassName("sw-panel-body");
    engine.setText(text("facts.workflow.open"));
    engine.setTarget("_blank");
    engine.getElement().setAttribute("rel", "noopener");
    engine.addClassNames("sw-row", "tight");
    engine.setVisible(false);
    closing.addClassName("sw-panel-foot");
    add(head, facts, closing);
  }

  void show(ActionReading reading) {
    title.setText(text(title(reading.action().status())));
    var server = reading.server();
    var order = reading.order();
    var list = new Facts();
    if (isOperator) {
      showIds(list, reading.action());
    }
    list.with(text("facts.server"), link(server))
        .with(text("facts.plan"), order.plan())
        .with(text("facts.place"), order.location())
        .with(text("facts.image"), order.image());
    var address = server.ipv4();
    if (address != null) {
      list.with(text("facts.address"), new Copyable(address, text("copy.address")));
    }
    if (!order.price().isEmpty()) {
      list.with(text("facts.price"), text("price.month", order.price()));
    }
    facts.removeAll();
    facts.add(list);
    closing.setText(closing(reading));
  }

  private String title(ActionStatus status) {
    if (isOperator) {
      return "facts.order";
    }
    boolean isLost = status.isFinal() && status != ActionStatus.SUCCEEDED;
    return isLost ? "facts.ordered" : "facts.get";
  }

  private static Anchor link(Server server) {
    var link = new Anchor(ServerNavigation.path(server.id()), server.name().value());
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private void showIds(Facts list, Action action) {
    list.with(text("facts.action"), new Copyable(action.id().value(), text("copy.id")));
    list.with(text("facts.workflow"), engine);
    var assignee = action.assignee();
    if (assignee != null) {
      list.with(text("facts.assignee"), assignee.name());
    }
  }

  private static String closing(ActionReading reading) {
    if (reading.isOperator()) {
      return text("facts.same-story");
    }
    return text(reading.action().status().isFinal() ? "facts.kept" : "facts.close");
  }

  /// Shows the way to Temporal's UI; nowhere when it has none.
  void linkTo(String address) {
    engine.setVisible(true);
    if (address.isEmpty()) {
      engine.removeHref();
      engine.setText(text("facts.workflow.none"));
      return;
    }
    engine.setHref(address);
    engine.removeAll();
    SvgIcon icon = new Symbol("external");
    engine.add(new Span(text("facts.workflow.open")), icon);
  }
}
