package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Symbol;

/// Whether a part of the order is chosen: a check, or its number while something is missing.
final class PartMark extends Span {
  private final OrderPart part;

  PartMark(OrderPart part) {
    this.part = part;
    addClassName("sw-mark-step");
    getElement().setAttribute("aria-hidden", "true");
    setDone(false);
  }

  void setDone(boolean isDone) {
    removeAll();
    setClassName("ok", isDone);
    if (isDone) {
      add(new Symbol("check"));
    } else {
      setText(text("number", part.number()));
    }
  }
}
