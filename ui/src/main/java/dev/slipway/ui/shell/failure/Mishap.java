package dev.slipway.ui.shell.failure;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/// Something that was asked for on a page could not be read or done, because a part of Slipway is
/// away. What the page shows may not be what was asked for.
public final class Mishap extends ComponentEvent<UI> {

  private static final long serialVersionUID = 1L;

  Mishap(UI source) {
    super(source, false);
  }
}
