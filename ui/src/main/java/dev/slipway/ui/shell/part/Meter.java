package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.html.Span;

/// A bar that is filled up to a share, for what is counted elsewhere in words.
public final class Meter extends Span {

  /// @param percent how much is filled, 0 to 100
  public Meter(long percent) {
    addClassName("sw-meter");
    getElement().setAttribute("aria-hidden", "true");
    getStyle().set("--sw-done", Math.clamp(percent, 0, 100) + "%");
  }
}
