package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/// What the columns of the causes are, with a box that chooses all that is shown.
final class CausesHead extends Div {
  private final AllBox all;

  /// @param chosen is told when somebody chooses all, or none
  CausesHead(Consumer<Boolean> chosen) {
    addClassName("sw-causes-head");
    all = new AllBox(text("attention.choose.everything"), chosen);
    add(
        all,
        column("attention.column.action", "sw-grow"),
        column("attention.column.stopped", "sw-cause-step"),
        column("attention.column.with", "sw-cause-with"),
        column("attention.column.age", "sw-cause-age"));
  }

  /// Shows how many are chosen of those shown, and nothing where none is shown.
  void show(int chosen, int shown) {
    setVisible(shown > 0);
    all.show(chosen, shown);
  }

  private static Span column(String key, String name) {
    var column = new Span(text(key));
    column.addClassName(name);
    return column;
  }
}
