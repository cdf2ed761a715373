package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;

/// A filter that is on or off, with how many it would show.
public final class Chip extends Button {
  private final Span count = new Span();

  /// A chip with a word or a state in it.
  public Chip(Component word, Runnable pressed) {
    addClassName("sw-chip");
    count.addClassName("n");
    var content = new Span(word, count);
    content.addClassName("sw-row");
    getElement().appendChild(content.getElement());
    addClickListener(click -> pressed.run());
    setPressed(false);
  }

  /// Shows whether the filter is on.
  public void setPressed(boolean isOn) {
    getElement().setAttribute("aria-pressed", String.valueOf(isOn));
  }

  /// Shows how many there are.
  public void setCount(long number) {
    count.setText(Wording.text("number", number));
  }
}
