package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.html.NativeButton;

/// Copies a text to the clipboard; the browser does it alone (`slipway.js`).
public final class CopyButton extends NativeButton {

  /// A button that copies.
  ///
  /// @param label says what is copied, such as `Copy address`
  public CopyButton(String text, String label) {
    add(new Symbol("copy"));
    addClassName("sw-ib");
    setTitle(label);
    getElement().setAttribute("aria-label", label);
    getElement().setAttribute("data-copied", Wording.text("copy.done"));
    setValue(text);
  }

  /// Changes what is copied.
  public void setValue(String text) {
    getElement().setAttribute("data-copy", text);
  }
}
