package dev.slipway.ui.shell;

import com.vaadin.flow.component.Component;

/// Something that stands in the header of every page, such as the activity tray. A bean.
public interface HeaderPart {

  /// The place among them, the smallest first.
  int position();

  /// A new one for a new page shell.
  Component create();
}
