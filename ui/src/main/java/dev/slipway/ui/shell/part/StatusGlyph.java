package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.icon.SvgIcon;

/// The shape and colour of a state.
public final class StatusGlyph extends SvgIcon {

  /// The glyph of a state.
  public StatusGlyph(Tone tone) {
    super(Symbol.FILE, tone.glyph());
    addClassNames(tone.glyphClasses().split(" "));
    getElement().setAttribute("aria-hidden", "true");
  }
}
