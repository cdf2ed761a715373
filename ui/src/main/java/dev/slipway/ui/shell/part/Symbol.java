package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.icon.SvgIcon;

/// A line icon of `icons.svg`; decoration, so the word stands beside it or in a label.
public final class Symbol extends SvgIcon {
  static final String FILE = "icons.svg";

  /// The icon of a name such as `server`.
  public Symbol(String name) {
    super(FILE, name);
    addClassName("sw-icon");
    getElement().setAttribute("aria-hidden", "true");
  }
}
