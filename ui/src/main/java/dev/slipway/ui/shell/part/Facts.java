package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/// Names and values, one pair to a line.
public final class Facts extends DescriptionList {

  /// An empty list.
  public Facts() {
    addClassName("sw-facts");
  }

  /// Adds a pair.
  public Facts with(String name, Component... value) {
    var description = new Description();
    description.add(value);
    add(new Term(name), description);
    return this;
  }

  /// Adds a pair of texts.
  public Facts with(String name, String value) {
    return with(name, new Span(value));
  }
}
