package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.html.Span;

/// A state beside a heading: glyph and word in a tinted frame.
public final class StatusBadge extends Span {

  /// A state and its word.
  public StatusBadge(Tone tone, String word) {
    addClassNames("sw-badge", tone.colour());
    add(new StatusGlyph(tone), new Span(word));
  }
}
