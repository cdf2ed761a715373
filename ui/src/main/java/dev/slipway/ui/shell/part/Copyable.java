package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.html.Span;

/// An id or address in mono with a button that copies it.
public final class Copyable extends Span {

  /// A text and what it is called, such as `Copy address`.
  public Copyable(String text, String label) {
    addClassName("sw-copyable");
    var shown = new Span(text);
    shown.addClassNames("sw-mono", "sw-ellipsis");
    add(shown, new CopyButton(text, label));
  }
}
