package dev.slipway.ui.action;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.workflows.action.ActionId;

/// An action in the tray, and the way to it.
final class TrayItem extends Anchor {
  private final Div glyph = new Div();
  private final Span title = new Span();
  private final Span doing = new Span();
  private final Seen toned = new Seen();

  TrayItem(ActionId action) {
    super(ActionNavigation.path(action), "");
    addClassName("sw-menu-item");
    getElement().setAttribute("router-link", true);
    glyph.addClassName("sw-tray-glyph");
    title.addClassName("sw-strong");
    doing.addClassName("sw-meta");
    var words = new Div(title, doing);
    words.addClassNames("sw-col", "sw-tray-words");
    add(glyph, words);
  }

  void show(ActionRow row, boolean isOperator) {
    var tone = ActionWords.tone(row.action());
    if (toned.isNew(tone)) {
      glyph.removeAll();
      glyph.add(new StatusGlyph(tone));
    }
    title.setText(row.title());
    doing.setText(ActionWords.doing(row.action(), isOperator));
  }
}
