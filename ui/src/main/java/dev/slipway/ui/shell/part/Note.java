package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// A tinted message inside a page, for what concerns all of it.
public final class Note extends Div {

  /// A message in the tone of a state.
  public Note(Tone tone, String message) {
    this(tone, new Span(message));
  }

  /// A message made of components.
  public Note(Tone tone, Component... message) {
    addClassNames("sw-note", tone.colour());
    setRole("status");
    var box = new Div(message);
    box.addClassName("sw-grow");
    add(new StatusGlyph(tone), box);
  }

  private void setRole(String role) {
    getElement().setAttribute("role", role);
  }
}
