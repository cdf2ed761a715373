package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.shell.part.Copyable;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.action.Residual;
import java.util.List;

/// What still exists, and may still be billed, after an action was unwound; for operators.
final class ResidualReport extends Section {
  private List<Residual> shown = List.of();

  ResidualReport() {
    addClassNames("sw-panel", "sw-residual", "parked");
    setVisible(false);
  }

  void show(ActionReading reading) {
    var left = reading.action().residual();
    setVisible(reading.isOperator() && !left.isEmpty());
    if (!left.equals(shown)) {
      shown = left;
      removeAll();
      add(head(), list(left));
    }
  }

  private static Div head() {
    var costs = new Span(text("residual.costs"));
    costs.addClassNames("sw-end", "sw-meta");
    var head = new Div(new Symbol("alert"), new H2(text("residual.title")), costs);
    head.addClassName("sw-panel-head");
    return head;
  }

  private static UnorderedList list(List<Residual> left) {
    var list = new UnorderedList();
    left.forEach(each -> list.add(new ListItem(what(each), id(each), why(each))));
    return list;
  }

  private static Span what(Residual residual) {
    var what = new Span(residual.kind());
    what.addClassName("sw-strong");
    return what;
  }

  private static Component id(Residual residual) {
    var id = residual.externalId();
    if (id == null) {
      var unknown = new Span(text("residual.unknown"));
      unknown.addClassName("sw-quiet");
      return unknown;
    }
    return new Copyable(id, text("copy.external"));
  }

  private static Span why(Residual residual) {
    var why = new Span(residual.note());
    why.addClassName("sw-meta");
    return why;
  }
}
