package dev.slipway.ui.dashboard;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.ListItem;

/// What stands in a list that has nothing to show.
final class Quiet {

  private Quiet() {}

  static ListItem line(String key) {
    var line = new ListItem(text(key));
    line.addClassName("sw-quiet");
    return line;
  }
}
