package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.html.Span;

/// A state in a row: glyph and word.
public final class StatusLabel extends Span {

  /// A state and its word.
  public StatusLabel(Tone tone, String word) {
    addClassNames("sw-status", tone.colour());
    add(new StatusGlyph(tone), new Span(word));
  }
}
